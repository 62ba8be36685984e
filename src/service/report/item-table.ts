import type { ReleaseFigure } from '../../rubric/release';
import type { RubricItem } from '../../rubric/schema';
import { cellOf, figureOf, type Edition } from './edition';
import { element, type Child, type Html } from './html';
import { gapText, levelText, meanText } from './score-words';
import { DASH, table, type Column, type Row } from './table';

/** A column that is there only where some item has a figure for it. */
interface Wanted extends Column {
  readonly has: (figure: ReleaseFigure) => boolean;
  readonly text: (figure: ReleaseFigure) => string;
}

/** The figures of some items of all contributors; a column without any figure is left out. */
export function itemTable(caption: string, items: readonly RubricItem[], edition: Edition): Html {
  const { release } = edition;
  const cell = cellOf(release, 'all');
  const figures = items.flatMap(({ id }) => figureOf(cell?.items[id]) ?? []);
  const columns = wantedColumns(edition).filter(({ has }) => figures.some(has));
  const rows = items.map((item): Row => itemRow(item, columns, edition));
  return table(caption, [{ label: edition.words('report.colItem') }, ...columns], rows);
}

function itemRow(item: RubricItem, columns: readonly Wanted[], { release, words }: Edition): Row {
  const measure = cellOf(release, 'all')?.items[item.id];
  const figure = figureOf(measure);
  const gap = measure === undefined ? words('report.someMissing') : gapText(measure, release.rules, words);
  const head: readonly Child[] = [element('span', { class: 'id' }, item.id), ' ', item.title];
  if (figure === null || (figure.mean === undefined && figure.median === undefined && !figure.shares))
    return { head, cells: { instead: gap ?? words('report.someMissing') } };
  return {
    head: gap === null ? head : [...head, element('small', {}, gap)],
    cells: columns.map(({ has, text }) => (has(figure) ? text(figure) : DASH)),
  };
}

function wantedColumns({ rubric, words }: Edition): readonly Wanted[] {
  const shares = rubric.levels.map(({ level }): Wanted => ({
    label: String(level),
    group: words('report.groupLevels'),
    numeric: true,
    has: (figure) => figure.shares !== undefined,
    text: (figure) => String(figure.shares?.[level] ?? DASH),
  }));
  return [
    {
      label: words('report.colAnswers'),
      numeric: true,
      has: () => true,
      text: ({ answers }) => answers,
    },
    {
      label: words('report.colMedian'),
      numeric: true,
      has: ({ median }) => median !== undefined,
      text: ({ median }) => levelText(median ?? 0, words),
    },
    {
      label: words('report.colQuartiles'),
      numeric: true,
      has: ({ p25, p75 }) => p25 !== undefined && p75 !== undefined,
      text: ({ p25, p75 }) =>
        words('report.range', { low: levelText(p25 ?? 0, words), high: levelText(p75 ?? 0, words) }),
    },
    {
      label: words('report.colMean'),
      numeric: true,
      has: ({ mean }) => mean !== undefined,
      text: (figure) => meanText(figure, words) ?? DASH,
    },
    ...shares,
    {
      label: words('report.colNotApplicable'),
      numeric: true,
      has: ({ notApplicable }) => notApplicable !== undefined,
      text: ({ notApplicable }) => words('report.atLeastPercent', { share: notApplicable ?? 0 }),
    },
    {
      label: words('report.colUnknown'),
      numeric: true,
      has: ({ unknown }) => unknown !== undefined,
      text: ({ unknown }) => words('report.atLeastPercent', { share: unknown ?? 0 }),
    },
  ];
}
