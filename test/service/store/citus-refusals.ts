/** SQL that Citus refuses, or answers by shipping every row to one node, as seen on Citus 13.2.2. */
interface Refusal {
  readonly what: string;
  readonly isIn: (sql: string, distribution: Distribution) => boolean;
}
export interface Distribution {
  readonly table: string;
  readonly column: string;
}

const matching = (what: string, pattern: RegExp): Refusal => ({ what, isIn: (sql) => pattern.test(sql) });

const REFUSALS: readonly Refusal[] = [
  matching('a percentile needs every row in one place', /\b(percentile_(cont|disc)|within\s+group)\b/i),
  matching('grouping sets', /\b(grouping\s+sets|cube\s*\(|rollup\s*\()/i),
  matching('triggers', /\btrigger\b/i),
  matching('foreign keys', /\b(foreign\s+key|references)\b/i),
  matching(
    'a function that gives another value each time',
    /\b(random|now|clock_timestamp|gen_random_uuid|uuid_generate_v4|nextval|datetime|randomblob|current_(timestamp|date|time))\b/i,
  ),
  matching('a sequence', /\b(serial|bigserial|identity|autoincrement)\b/i),
  matching('a column added with an explicit null (Citus 12.0)', /\badd\s+column\s+\w+\s+\w+\s+null\b/i),
  { what: 'a lock on rows without their key', isIn: locksWithoutKey },
  { what: 'a key without the column that rows are spread by', isIn: hasForeignKey },
  { what: 'a change of the column that rows are spread by', isIn: movesRows },
  { what: 'a join off the key', isIn: joinsOffKey },
  { what: 'a subquery', isIn: (sql) => /\(\s*select\b/i.test(sql) },
  { what: 'a window without the key', isIn: hasForeignWindow },
];

/** What Citus refuses of a text; none where it takes it. `distribution`: the table that is spread, and by what. */
export const citusRefusals = (sql: string, distribution: Distribution): string[] =>
  REFUSALS.filter(({ isIn }) => isIn(sql, distribution)).map(({ what }) => what);

function locksWithoutKey(sql: string, { column }: Distribution): boolean {
  return /\bfor\s+(no\s+key\s+)?(update|share|key\s+share)\b/i.test(sql) && !asksForKey(sql, column);
}

const asksForKey = (sql: string, column: string): boolean =>
  new RegExp(`\\b${column}\\s*=\\s*\\$\\d`, 'i').test(sql);

/** Every unique or primary key of the spread table, wherever it is declared. */
function hasForeignKey(sql: string, { table, column }: Distribution): boolean {
  const declares = new RegExp(
    `\\b(create\\s+table(\\s+if\\s+not\\s+exists)?|alter\\s+table|create\\s+unique\\s+index\\s+\\w+\\s+on)\\s+${table}\\b`,
    'i',
  );
  if (!declares.test(sql)) return false;
  const ofTable = [...sql.matchAll(/\b(?:unique|primary\s+key|on\s+\w+)\s*\(([^)]*)\)/gi)]
    .filter(([all]) => !/^on\b/i.test(all) || /unique\s+index/i.test(sql))
    .map(([, names]) => (names ?? '').split(',').map((name) => name.trim()));
  const ofColumn = [
    ...sql.matchAll(/[(,]\s*(\w+)\s+[^(),]*(?:\([^()]*\)[^(),]*)*?\b(?:unique|primary\s+key)\b(?!\s*\()/gi),
  ];
  const added = [...sql.matchAll(/\badd\s+column\s+(\w+)[^,]*\b(?:unique|primary\s+key)\b(?!\s*\()/gi)];
  const keys = [...ofTable, ...[...ofColumn, ...added].map(([, name]) => [name ?? ''])];
  return keys.some((names) => !names.includes(column));
}

function movesRows(sql: string, { table, column }: Distribution): boolean {
  const [, set] =
    new RegExp(`\\b(?:update\\s+${table}|do\\s+update)\\s+set\\s(.*?)(?:\\bwhere\\b|$)`, 'is').exec(sql) ??
    [];
  return set !== undefined && new RegExp(`(^|[\\s,])${column}\\s*=`, 'i').test(set);
}

function joinsOffKey(sql: string, { column }: Distribution): boolean {
  const joins = sql.match(/\bjoin\b/gi)?.length ?? 0;
  const onKey =
    sql.match(new RegExp(`\\bon\\s+\\w+\\.${column}\\s*=\\s*\\w+\\.${column}\\b`, 'gi'))?.length ?? 0;
  const listed = /\bfrom\s+\w+(\s+(as\s+)?\w+)?\s*,/i.test(sql);
  return listed || joins > onKey;
}

function hasForeignWindow(sql: string, { column }: Distribution): boolean {
  const windows = sql.match(/\bover\s*\(/gi)?.length ?? 0;
  const byKey = sql.match(new RegExp(`\\bover\\s*\\(\\s*partition\\s+by\\s+${column}\\b`, 'gi'))?.length ?? 0;
  return windows > byKey;
}
