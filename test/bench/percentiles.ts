import pg from 'pg';
import type { Release, ReleaseFigure } from '../../src/rubric/release';
import { domainMeanName, itemName } from '../../src/service/store/columns';
import { CYCLE, rubric } from '../submission/fixtures';

/** Quartiles on the scale 0-5, by cell (`all`, `organization:hospital`) and column of the store. */
export type Percentiles = ReadonlyMap<string, Readonly<Record<string, readonly number[] | null>>>;

interface Line extends Readonly<Record<string, readonly number[] | string | null>> {
  readonly organization: string | null;
  readonly size: string | null;
}

const MEANS = ['composite', ...rubric.domains.map(({ id }) => domainMeanName(id))];
const COLUMNS = [...MEANS, ...rubric.items.map(({ id }) => itemName(id))];
const QUARTILES = COLUMNS.map(
  (column) =>
    `percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${column}) filter (where ${column} >= 0) as ${column}`,
).join(', ');
const ROWS = 'from submission where cycle = $1 and rubric_id = $2 and withdrawn = 0';

/** What PostgreSQL's own `percentile_cont` says of the rows in a database: the texts that a release is measured beside. */
export class PercentileClient {
  readonly #client: pg.Client;

  constructor(address: string) {
    this.#client = new pg.Client(address);
  }

  /** So that the server knows its table, as it would after some minutes by itself. */
  async open(): Promise<void> {
    await this.#client.connect();
    await this.#client.query('vacuum analyze submission');
  }

  /** Of all rows together. */
  async ofAllRows(): Promise<void> {
    await this.#client.query(`select ${QUARTILES} ${ROWS}`, [CYCLE, rubric.id]);
  }

  /** Of every group that a release has. */
  async ofEveryGroup(): Promise<Percentiles> {
    const groups = 'group by grouping sets ((), (organization), (size))';
    const sql = `select organization, size, ${QUARTILES} ${ROWS} ${groups}`;
    const { rows } = await this.#client.query<Line>(sql, [CYCLE, rubric.id]);
    return new Map(rows.map((line) => [cellOf(line), quartilesIn(line)]));
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}

function cellOf({ organization, size }: Line): string {
  if (organization !== null) return `organization:${organization}`;
  return size === null ? 'all' : `size:${size}`;
}

/** Means are stored in hundredths, levels as they are. */
const quartilesIn = (line: Line) =>
  Object.fromEntries(
    COLUMNS.map((column) => {
      const values = line[column] as readonly number[] | null;
      return [column, values && values.map((value) => (MEANS.includes(column) ? value : value * 100))];
    }),
  );

/** How many published quartiles there are, and how many of them are not those of PostgreSQL, to the hundredth. */
export function compareQuartiles(
  { cells }: Release,
  percentiles: Percentiles,
): { compared: number; different: number } {
  let compared = 0;
  let different = 0;
  for (const [key, cell] of Object.entries(cells)) {
    if ('hidden' in cell) continue;
    const figures = [
      ['composite', cell.composite] as const,
      ...Object.entries(cell.domains).map(([id, figure]) => [domainMeanName(id), figure] as const),
      ...Object.entries(cell.items).map(([id, figure]) => [itemName(id), figure] as const),
    ];
    for (const [column, figure] of figures) {
      if ('hidden' in figure) continue;
      const expected = percentiles.get(key)?.[column] ?? [];
      for (const [place, quartile] of quartilesOf(figure).entries()) {
        compared += 1;
        if (quartile !== Math.floor((expected[place] ?? NaN) + 0.5)) different += 1;
      }
    }
  }
  return { compared, different };
}

const quartilesOf = ({ p25, median, p75 }: ReleaseFigure) =>
  [p25, median, p75].flatMap((value) => (value === undefined ? [] : [value]));
