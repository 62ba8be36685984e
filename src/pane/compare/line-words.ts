import type { Answer } from '../../scoring/answer';
import { type Fraction, toNumber } from '../../scoring/fraction';
import { positionOf } from '../../scoring/position';
import type { Words } from '../../words/words';
import { hundredthsWords, meanWords } from '../score-words';
import { leadOf, type Line } from './lines';

/** "Composite", "Risk Management", "RSK-04 Threat modelling". */
export function lineName({ kind, id, name }: Line, words: Words): string {
  if (kind === 'composite') return words('compare.composite');
  return kind === 'item' ? words('compare.itemName', { id, title: name }) : name;
}

/** A value of the team's: a level as a whole number, a mean with two decimals; null where there is none. */
export function teamValue(kind: Line['kind'], value: Fraction | null, words: Words): string | null {
  if (value === null) return null;
  return kind === 'item' ? words('pane.number', { value: toNumber(value) }) : meanWords(value, words);
}

/** The team's value, or why there is none, as a sentence. */
export function ownWords(line: Line, words: Words): string {
  const value = teamValue(line.kind, line.own, words);
  if (value !== null) return words('compare.you', { value });
  return line.answer === null
    ? words('compare.youNone')
    : words('compare.youNotRated', { state: stateWords(line.answer, words) });
}

/** A level, or the state of an item that has none. */
export function stateWords(answer: Answer, words: Words): string {
  switch (answer.state) {
    case 'rated':
      return words('pane.number', { value: answer.level });
    case 'na':
      return words('answer.na');
    case 'unknown':
      return words('answer.unknown');
    case 'blank':
      return words('compare.blank');
    case 'invalid':
      return words('compare.invalid');
  }
}

/** The team's place in the published figures, in words; null where one of the two is missing. */
export function placeWords({ own, figure }: Line, words: Words): string | null {
  const position = own === null ? null : positionOf(own, figure);
  return position === null ? null : words(`pane.position-${position}`);
}

/** Who is ahead, and by how much of a level; null where that cannot be told or nobody is. */
export function leadWords(line: Line, words: Words): string | null {
  const lead = leadOf(line);
  if (lead === null || lead === 0) return null;
  const gap = hundredthsWords(Math.abs(lead), words);
  return words(lead > 0 ? 'compare.industryAhead' : 'compare.youAhead', { gap });
}

/** Everything published of a measure, a sentence each. */
export function figureWords({ figure, kind, withheld }: Line, words: Words): readonly string[] {
  const { mean, p25, median, p75, margin, answers, notApplicable, unknown, uniform } = figure;
  const shown = (value: number) => hundredthsWords(value, words);
  const percent = (value: number) => words('pane.percent', { value });
  const sentences = [
    median !== undefined && words('compare.medianIs', { value: shown(median) }),
    p25 !== undefined && p75 !== undefined && words('compare.middleIs', { from: shown(p25), to: shown(p75) }),
    mean !== undefined &&
      (margin === undefined
        ? words('compare.meanIs', { value: shown(mean) })
        : words('compare.meanWithin', { value: shown(mean), margin: shown(margin) })),
    kind === 'item' && answers !== undefined && words('compare.answersAre', { n: answers }),
    uniform === true && withheld === null && words('compare.withheld-uniform'),
    notApplicable !== undefined &&
      notApplicable > 0 &&
      words('compare.naShare', { percent: percent(notApplicable) }),
    unknown !== undefined && unknown > 0 && words('compare.unknownShare', { percent: percent(unknown) }),
  ];
  return sentences.filter((sentence) => sentence !== false);
}
