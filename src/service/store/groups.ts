import { ITEM_VALUES, type countedColumns } from './columns';
import type { Session, SqlValue } from './engine';
import type { Group } from './operator-store';
import { countItems, countMeans, countName } from './statements';

/** PostgreSQL gives at most 1,664 columns in a line, SQLite 2,000. */
const ITEMS_A_PASS = 200;

interface GroupLine {
  readonly first_release: number | null;
  readonly organization: Group['organization'];
  readonly size: Group['size'];
  readonly held: number;
}
type ItemsLine = GroupLine & Readonly<Record<string, SqlValue>>;
type MeansLine = GroupLine & { readonly value: number };
interface OpenGroup extends Group {
  readonly values: Map<string, Map<number, number>>;
}

/** Counts the rows of a cycle and rubric by first release, segments and values; in the order of these three. */
export async function countGroups(
  session: Session,
  key: readonly [cycle: string, rubric: string],
  { means, items }: ReturnType<typeof countedColumns>,
): Promise<readonly Group[]> {
  const groups = new Map<string, OpenGroup>();
  const groupOf = ({ first_release: first, organization, size, held }: GroupLine): OpenGroup => {
    const name = `${first} ${organization} ${size}`;
    const group = groups.get(name) ?? { first, organization, size, rows: held, values: new Map() };
    groups.set(name, group);
    return group;
  };
  for (let from = 0; from < Math.max(items.length, 1); from += ITEMS_A_PASS) {
    const some = items.slice(from, from + ITEMS_A_PASS);
    for (const line of await session.all<ItemsLine>(countItems(some), key))
      addItems(groupOf(line), line, some);
  }
  for (const mean of means) {
    for (const line of await session.all<MeansLine>(countMeans(mean), key)) {
      addCount(groupOf(line), mean, line.value, line.held);
    }
  }
  return [...groups.values()].sort(byFirstAndSegments);
}

function addItems(group: OpenGroup, line: ItemsLine, items: readonly string[]): void {
  for (const item of items) {
    for (const value of ITEM_VALUES) addCount(group, item, value, Number(line[countName(item, value)]));
  }
}

function addCount({ values }: OpenGroup, column: string, value: number, rows: number): void {
  if (rows === 0) return;
  const counts = values.get(column) ?? new Map<number, number>();
  counts.set(value, rows);
  values.set(column, counts);
}

const inOrder = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Rows that no release counted yet come last. */
const byFirstAndSegments = (a: Group, b: Group): number =>
  (a.first ?? Infinity) - (b.first ?? Infinity) ||
  inOrder(a.organization, b.organization) ||
  inOrder(a.size, b.size);
