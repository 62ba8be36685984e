import type { Release, ReleaseCell, ReleaseFigure, ReleaseMeasure } from '../../rubric/release';
import type { Rubric } from '../../rubric/schema';
import type { Words } from '../../words/words';

const SHARES = [0, 1, 2, 3, 4, 5] as const;
const COLUMNS = [
  'cell',
  'kind',
  'id',
  'title',
  'answersAtLeast',
  'answersAtMost',
  'mean',
  'p25',
  'median',
  'p75',
  'margin',
  ...SHARES.map((step) => `share${step}`),
  'uniform',
  'notApplicableAtLeast',
  'unknownAtLeast',
  'hidden',
  'asOf',
] as const;
type Line = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/**
 * A release as a table (RFC 4180, CRLF, a header): for each cell a line of kind `rows`, then one a measure of kind
 * `composite`, `domain` or `item`. Scores have two decimals; shares are percent, of items at level 0 to 5, of means from
 * 0, 1, 2, 3, 4 up to the next. A count stands in two columns, since a spreadsheet takes `5-9` for a date; and a text
 * that a spreadsheet would take for a formula is led in by an apostrophe.
 */
export function releaseCsv(release: Release, rubric: Rubric, words: Words): string {
  const titles = new Map([
    ['composite', words('release.composite')],
    ...rubric.domains.map(({ id, name }) => [id, name] as const),
    ...rubric.items.map(({ id, title }) => [id, title] as const),
  ]);
  const order = new Map([...titles.keys()].map((id, i) => [id, i]));
  const lines = Object.entries(release.cells).flatMap(([key, cell]) => linesOf(key, cell, titles, order));
  const table = lines.map((line) => COLUMNS.map((column) => fieldOf(line[column])).join(','));
  return [COLUMNS.join(','), ...table].map((line) => `${line}\r\n`).join('');
}

function linesOf(
  key: string,
  cell: ReleaseCell,
  titles: ReadonlyMap<string, string>,
  order: ReadonlyMap<string, number>,
): Line[] {
  if ('hidden' in cell) return [{ cell: key, kind: 'rows', hidden: cell.hidden }];
  const { asOf, rows, composite, domains, items } = cell;
  const inOrder = (measures: Record<string, ReleaseMeasure>) =>
    Object.entries(measures).sort(([one], [other]) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  const line = (kind: string, id: string, measure: ReleaseMeasure): Line => ({
    ...{ cell: key, kind, id, title: titles.get(id) ?? '', asOf },
    ...('hidden' in measure ? { hidden: measure.hidden } : figureLine(measure)),
  });
  return [
    { cell: key, kind: 'rows', asOf, ...countLine(rows) },
    line('composite', 'composite', composite),
    ...inOrder(domains).map(([id, measure]) => line('domain', id, measure)),
    ...inOrder(items).map(([id, measure]) => line('item', id, measure)),
  ];
}

function figureLine(figure: ReleaseFigure): Line {
  const { answers, mean, p25, median, p75, margin, shares = [], uniform, notApplicable, unknown } = figure;
  const scores = Object.entries({ mean, p25, median, p75, margin }).flatMap(([name, hundredths]) =>
    hundredths === undefined ? [] : [[name, (hundredths / 100).toFixed(2)]],
  );
  return {
    ...countLine(answers),
    ...(Object.fromEntries(scores) as Line),
    ...(Object.fromEntries(shares.map((share, step) => [`share${step}`, share])) as Line),
    ...(uniform && { uniform: 'yes' }),
    ...(notApplicable !== undefined && { notApplicableAtLeast: notApplicable }),
    ...(unknown !== undefined && { unknownAtLeast: unknown }),
  };
}

/** `5-9` and `15+`, as numbers. */
function countLine(label: string): Line {
  const [least = '', most = ''] = label.replace('+', '').split('-');
  return { answersAtLeast: least, answersAtMost: most };
}

function fieldOf(value: string | number = ''): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
