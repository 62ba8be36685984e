import type { ReleaseFigure } from '../../rubric/release';
import type { RubricItem } from '../../rubric/schema';
import { cellOf, type Edition } from './edition';
import { figureTable, type FigureColumn } from './figure-table';
import { element, type Html } from './html';
import { levelText, meanText } from './score-words';

/** The figures of some items of all contributors. */
export function itemTable(caption: string, items: readonly RubricItem[], edition: Edition): Html {
  const cell = cellOf(edition.release, 'all');
  const rows = items.map(({ id, title }) => ({
    head: [element('span', { class: 'id' }, id), ' ', title],
    measure: cell?.items[id],
  }));
  return figureTable(caption, edition.words('report.colItem'), rows, columnsFor(edition), edition);
}

function columnsFor({ rubric, words }: Edition): readonly FigureColumn[] {
  const column = (label: string, text: FigureColumn['text']): FigureColumn => ({
    label,
    numeric: true,
    text,
  });
  const level = (value: number | undefined) => (value === undefined ? null : levelText(value, words));
  const atLeast = (share: number | undefined) =>
    share === undefined ? null : words('report.atLeastPercent', { share });
  // A share that a figure does not name is below the least step there is.
  const otherwise = words('report.belowPercent', { share: 10 });
  return [
    column(words('report.colAnswers'), ({ answers }) => answers),
    column(words('report.colMedian'), ({ median }) => level(median)),
    column(words('report.colQuartiles'), ({ p25, p75 }) => {
      const [low, high] = [level(p25), level(p75)];
      return low === null || high === null ? null : words('report.range', { low, high });
    }),
    column(words('report.colMean'), (figure) => meanText(figure, words)),
    ...rubric.levels.map(({ level: at }) => ({
      ...column(String(at), shareAt(at)),
      group: words('report.groupLevels'),
    })),
    { ...column(words('report.colNotApplicable'), ({ notApplicable }) => atLeast(notApplicable)), otherwise },
    { ...column(words('report.colUnknown'), ({ unknown }) => atLeast(unknown)), otherwise },
  ];
}

/** The share at a place of the distribution, a plain number of percent. */
export const shareAt =
  (place: number) =>
  ({ shares }: ReleaseFigure): string | null =>
    shares?.[place] === undefined ? null : String(shares[place]);
