import type { Words } from '../../words/words';
import { hundredthsWords, meanWords } from '../score-words';
import { lineName, ownWords, placeWords } from './line-words';
import type { Line } from './lines';

/** Every number of the comparison as tab-separated text, a measure a row, for a spreadsheet's clipboard. */
export function linesText(lines: readonly Line[], words: Words): string {
  const header = (
    [
      'measure',
      'own',
      'place',
      'target',
      'p25',
      'median',
      'p75',
      'mean',
      'margin',
      'answers',
      'note',
    ] as const
  ).map((column) => words(`compare.column-${column}`));
  return [header, ...lines.map((line) => cellsOf(line, words))].map((cells) => cells.join('\t')).join('\n');
}

function cellsOf(line: Line, words: Words): readonly string[] {
  const { own, kind, target, figure, withheld } = line;
  const shown = (value: number | undefined) => (value === undefined ? '' : hundredthsWords(value, words));
  const value = own !== null ? meanWords(own, words) : '';
  const missing = own === null && kind === 'item' ? [ownWords(line, words)] : [];
  const held = withheld === null ? [] : [words(`compare.withheld-${withheld}`)];
  return [
    lineName(line, words),
    value,
    placeWords(line, words) ?? '',
    target === null ? '' : meanWords(target, words),
    ...[figure.p25, figure.median, figure.p75, figure.mean, figure.margin].map(shown),
    figure.answers ?? '',
    [...missing, ...held].join(' '),
  ];
}
