import { cellOf, figureOf, type Edition } from './edition';
import { extremesOf, type End } from './extremes';
import { levelText, listText, scoreText } from './score-words';

/** Which items have the lowest and the highest means, and whether that is more than chance. */
export function itemSentences({ release, rubric, words }: Edition): readonly string[] {
  const cell = cellOf(release, 'all');
  if (cell === null) return [];
  const items = rubric.items.map(({ id }) => ({ id, figure: figureOf(cell.items[id]) }));
  const found = extremesOf(items);
  if (found === null) return [words('report.itemsTooFew')];
  const titles = new Map(rubric.items.map(({ id, title }) => [id, title]));

  function endSentence({ items: named, sharing, mean }: End, key: 'lowest' | 'highest'): string {
    if (named.length === 0)
      return words(`report.${key}Shared`, { sharing, mean: scoreText(mean, '', words) });
    const parts = named.map(({ id, figure }) => {
      const score = scoreText(figure.mean ?? 0, figure.answers, words);
      const title = titles.get(id) ?? id;
      return figure.median === undefined
        ? words('report.itemMean', { title, mean: score })
        : words('report.itemMeanMedian', { title, mean: score, median: levelText(figure.median, words) });
    });
    return words(`report.${key}Items`, { items: listText(parts, words) });
  }

  return [
    endSentence(found.lowest, 'lowest'),
    endSentence(found.highest, 'highest'),
    ...(found.apart === null
      ? [words('report.apartUnknown')]
      : [words(found.apart ? 'report.apart' : 'report.notApart')]),
    ...(found.unranked > 0 ? [words('report.unranked', { count: found.unranked })] : []),
  ];
}
