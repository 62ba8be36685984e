import { measureName } from './compared';
import { cellOf, measureOf, type Edition } from './edition';
import { figureTable, type FigureColumn } from './figure-table';
import type { Html } from './html';
import { shareAt } from './item-table';
import { intervalText, scoreText } from './score-words';

/** Bands of a score from 0 to 5 that a release gives shares of. */
const BANDS = [0, 1, 2, 3, 4] as const;

/** Composite and domains (`names`) of all contributors, with every figure that is published of them. */
export function scoreTable(names: readonly string[], edition: Edition): Html {
  const { release, rubric, words } = edition;
  const cell = cellOf(release, 'all');
  const rows = names.map((name) => ({
    head: measureName(name, rubric, words),
    measure: measureOf(cell, name),
    leading: name === 'composite',
  }));
  return figureTable(
    words('report.domainTable'),
    words('report.colDomain'),
    rows,
    columnsFor(edition),
    edition,
  );
}

function columnsFor({ words }: Edition): readonly FigureColumn[] {
  const column = (label: string, text: FigureColumn['text']): FigureColumn => ({
    label,
    numeric: true,
    text,
  });
  const score = (value: number | undefined, answers: string) =>
    value === undefined ? null : scoreText(value, answers, words);
  return [
    column(words('report.colAnswers'), ({ answers }) => answers),
    column(words('report.colMean'), ({ mean, answers }) => score(mean, answers)),
    column(words('report.colInterval'), (figure) => intervalText(figure, words)),
    column(words('report.colMedian'), ({ median, answers }) => score(median, answers)),
    column(words('report.colQuartiles'), ({ p25, p75, answers }) => {
      const [low, high] = [score(p25, answers), score(p75, answers)];
      return low === null || high === null ? null : words('report.range', { low, high });
    }),
    ...BANDS.map((low) => ({
      ...column(words('report.colBand', { low, high: low + 1 }), shareAt(low)),
      group: words('report.groupShares'),
    })),
  ];
}
