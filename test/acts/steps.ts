import { RUBRIC, SCORECARD } from '../../src/workbook/layout';
import { jspDesign } from '../oracles/design';
import { jsp } from '../load-rubric';
import type { Act } from './act';
import type { Seen } from './bench';
import { markedRows } from './judge';
import type { Places } from './places';

/** A person's next act before its places are known: the same dice mean a like act in any workbook. */
export interface Step {
  readonly kind: StepKind;
  readonly dice: readonly number[];
}

/** What is seen of the Assessment's table when an act is chosen. */
interface Table {
  readonly places: Places;
  /** Rows of items, top to bottom. */
  readonly rows: readonly number[];
  readonly seen: Seen;
}

type Choose = (table: Table, dice: readonly number[]) => readonly Act[];

const A = 'assessment';
const ODD: readonly (string | number | boolean | null)[] = [
  ...[
    7,
    2.5,
    -1,
    'x',
    '3 ',
    ' 4',
    'N/A',
    'n/a',
    "Don't know",
    'TRUE',
    true,
    '',
    null,
    5,
    0,
    '#REF!',
    '=',
    "'3",
  ],
  ...['unknown', '1e0', 'Level', 'ID', '*'],
];
const NAMES: readonly string[] = ['Our answers (Q3)', "Team's sheet", 'Ünïté', '2026', 'A1', 'x', 'R1C1'];

/** A whole number below `below` from a die. */
const roll = (die: number | undefined, below: number): number => Math.floor((die ?? 0) * below);
const pick = <T>(from: readonly T[], die: number | undefined): T | undefined => from[roll(die, from.length)];

const rowsAct =
  (kind: 'hide-rows' | 'group-rows'): Choose =>
  ({ rows }, [a, b]) => {
    const row = pick(rows, a);
    return row === undefined ? [] : [{ kind, sheet: A, row, count: 1 + roll(b, 4) }];
  };

/** How many columns from the first on a person takes along: all that hold something, or those in front of the helpers. */
const width = ({ places: { columns }, rows, seen }: Table, whole: boolean): number =>
  1 +
  (whole
    ? (seen.cells[rows[0] ?? 0] ?? []).findLastIndex((cell) => cell !== null)
    : Math.max(columns.listed ?? 0, columns.check ?? 0, columns.notes ?? 0));

const answerColumn = ({ columns }: Places, die: number | undefined): number | null =>
  pick([columns.level, columns.target, columns.notes], die) ?? null;

/** What a person may do, each kind as often as it stands here. */
const CHOICES = {
  'insert above the first': ({ places }, [a]) => [
    { kind: 'insert-rows', sheet: A, row: places.headerRow + 1, count: pick([1, 1, 2, 5], a) ?? 1 },
  ],
  'insert below the last': ({ rows }, [a]) => [
    { kind: 'insert-rows', sheet: A, row: (rows.at(-1) ?? 0) + 1, count: pick([1, 1, 2, 5], a) ?? 1 },
  ],
  'insert between': ({ rows }, [a, b]) => {
    const row = pick(rows, a);
    return row === undefined
      ? []
      : [{ kind: 'insert-rows', sheet: A, row, count: pick([1, 1, 3, 40], b) ?? 1 }];
  },
  'insert many': ({ rows }, [a]) => {
    const row = pick(rows, a);
    return row === undefined ? [] : [{ kind: 'insert-rows', sheet: A, row, count: 310 }];
  },
  'delete rows': ({ rows }, [a, b]) => {
    const row = pick([rows[0], rows.at(-1), pick(rows, b)], a);
    return row === undefined ? [] : [{ kind: 'delete-rows', sheet: A, row, count: 1 + roll(b, 3) }];
  },
  'delete around the heading': ({ places: { headerRow } }, [a]) => {
    const row = pick([0, headerRow - 1, headerRow], a) ?? 0;
    return row < 0 ? [] : [{ kind: 'delete-rows', sheet: A, row, count: 1 }];
  },
  sort: (table, [a, b, c]) => {
    const { places, rows } = table;
    const row = places.headerRow + 1;
    const columns = width(table, (b ?? 0) < 0.5);
    const last = Math.max(rows.at(-1) ?? row, row);
    const area = { row, column: 0, rows: last - row + 1, columns };
    return [{ kind: 'sort', sheet: A, area, column: roll(a, columns), descending: (c ?? 0) < 0.5 }];
  },
  'cut an answer': ({ rows, places }, [a, b, c]) => {
    const [from, to, column] = [pick(rows, a), pick(rows, b), answerColumn(places, c)];
    if (from === undefined || to === undefined || column === null || from === to) return [];
    return [{ kind: 'cut', sheet: A, area: { row: from, column, rows: 1, columns: 1 }, row: to, column }];
  },
  'cut a row away': (table, [a, b]) => {
    const { rows } = table;
    const from = pick([rows[0], rows.at(-1), pick(rows, b)], a);
    if (from === undefined) return [];
    const to = (rows.at(-1) ?? 0) + (pick([1, 2, 30, 400], b) ?? 1);
    const area = { row: from, column: 0, rows: 1, columns: width(table, true) };
    return [{ kind: 'cut', sheet: A, area, row: to, column: 0 }];
  },
  'move rows': ({ rows }, [a, b, c]) => {
    const [from, to] = [
      pick([rows[0], rows.at(-1), pick(rows, c)], a),
      pick([rows[0], pick(rows, c), rows.at(-1)], b),
    ];
    if (from === undefined || to === undefined || from === to || from + 1 === to) return [];
    return [{ kind: 'move-rows', sheet: A, row: from, count: 1, before: to }];
  },
  'copy a row': (table, [a, b]) => {
    const { rows } = table;
    const from = pick(rows, a);
    if (from === undefined) return [];
    const area = { row: from, column: 0, rows: 1, columns: width(table, true) };
    return [{ kind: 'copy', sheet: A, area, row: (rows.at(-1) ?? 0) + 1 + roll(b, 3), column: 0 }];
  },
  hide: rowsAct('hide-rows'),
  group: rowsAct('group-rows'),
  'insert a column': (table, [a]) => [
    { kind: 'insert-column', sheet: A, column: roll(a, width(table, true)) },
  ],
  'delete a column': ({ places: { columns } }, [a]) => {
    const { domain, item, question, meaning, next, evidence, due, check, listed, rubricRow, state } = columns;
    const column = pick(
      [domain, item, question, meaning, next, evidence, due, check, listed, rubricRow, state],
      a,
    );
    return column === null || column === undefined ? [] : [{ kind: 'delete-column', sheet: A, column }];
  },
  rename: ({ places }, [a, b]) => {
    const sheet =
      pick(['assessment', 'scorecard', 'rubric', 'evidence', 'start', 'submission'] as const, a) ?? A;
    const name = pick(NAMES, b) ?? 'x';
    return Object.values(places.names).includes(name) ? [] : [{ kind: 'rename', sheet, name }];
  },
  duplicate: ({ places }, [a, b]) => {
    const sheet = pick(['assessment', 'assessment', 'scorecard', 'rubric', 'start'] as const, a) ?? A;
    return [{ kind: 'duplicate', sheet, name: `${places.names[sheet].slice(0, 20)} (${2 + roll(b, 1000)})` }];
  },
  'push a sheet down': (_, [a, b]) => {
    const sheet = pick(['scorecard', 'rubric', 'evidence', 'start', 'benchmark'] as const, a) ?? 'scorecard';
    return [{ kind: 'insert-rows', sheet, row: 0, count: 1 + roll(b, 2) }];
  },
  'type over an answer': ({ rows, places }, [a, b, c]) => {
    const [row, column] = [pick(rows, a), answerColumn(places, c)];
    if (row === undefined || column === null) return [];
    return [{ kind: 'paste', sheet: A, row, column, value: pick(ODD, b) ?? null }];
  },
  'exchange two IDs': ({ rows, places: { columns }, seen }, [a, b]) => {
    const [one, two, column] = [pick(rows, a), pick(rows, b), columns.id];
    if (one === undefined || two === undefined || column === null || one === two) return [];
    const id = (row: number) => plain(seen.cells[row]?.[column]);
    return [
      { kind: 'paste', sheet: A, row: one, column, value: id(two) },
      { kind: 'paste', sheet: A, row: two, column, value: id(one) },
    ];
  },
  'paste over the Assessment': ({ rows, places: { columns, headerRow } }, [a, b, c]) => {
    const row = pick([headerRow, pick(rows, b), pick(rows, b), pick(rows, b)], a);
    const { id, domain, item, question, meaning, next, check, listed, rubricRow, state } = columns;
    const column = pick([id, domain, item, question, meaning, next, check, listed, rubricRow, state], c);
    if (row === undefined || column === null || column === undefined) return [];
    return [{ kind: 'paste', sheet: A, row, column, value: pick(ODD, b) ?? null }];
  },
  'paste over a calculation': ({ places }, [a, b, c]) => pasteOver(FORMULAS, places, a, b, c),
  'paste over a text': ({ places }, [a, b, c]) => pasteOver(TEXTS, places, a, b, c),
  'a new evidence line': (_, [a, b]) => {
    const item = pick(jsp.items, a)?.id ?? null;
    return [{ kind: 'paste', sheet: 'evidence', row: 4 + roll(b, 10), column: 0, value: item }];
  },
} as const satisfies Readonly<Record<string, Choose>>;

export type StepKind = keyof typeof CHOICES;

/** How often each kind is drawn; the others once. */
const OFTEN: Partial<Record<StepKind, number>> = {
  'insert above the first': 3,
  sort: 6,
  'delete rows': 2,
  'paste over a calculation': 2,
  'paste over a text': 2,
};
const KINDS = (Object.keys(CHOICES) as StepKind[]).flatMap((kind) =>
  Array.from({ length: OFTEN[kind] ?? 1 }, () => kind),
);

/** One to eight steps. */
export function randomSteps(random: () => number): readonly Step[] {
  return Array.from({ length: 1 + Math.floor(random() * 8) }, () => ({
    kind: pick(KINDS, random()) ?? 'sort',
    dice: Array.from({ length: 4 }, random),
  }));
}

/** The acts of a step in the workbook as it is; none where it has no place for them. */
export function actsOf({ kind, dice }: Step, seen: Seen, places: Places): readonly Act[] {
  const rows = [...markedRows(seen, places).values()].flat().sort((x, y) => x - y);
  return CHOICES[kind]({ places, rows, seen }, dice);
}

/** What the design has on the sheets that only show and compute, in the places that matter to a score. */
const designed = (wanted: 'formula' | 'text') =>
  jspDesign().sheets.flatMap(({ id, cells }) =>
    cells.flatMap(({ row, column, content }) => {
      const isFormula = content !== null && typeof content === 'object';
      const counts =
        (id === 'scorecard' && row >= SCORECARD.headerRow) ||
        (id === 'rubric' && row >= RUBRIC.headerRow) ||
        id === 'roadmap' ||
        (id === 'submission' && isFormula) ||
        (id === 'benchmark' && typeof content === 'number');
      const kind = isFormula ? 'formula' : content === null ? null : 'text';
      return counts && kind === wanted ? [{ sheet: id, row, column }] : [];
    }),
  );
const FORMULAS = designed('formula');
const TEXTS = designed('text');

function pasteOver(
  cells: ReturnType<typeof designed>,
  { pushed }: Places,
  ...[a, b, c]: readonly (number | undefined)[]
): readonly Act[] {
  const sheet = pick(['scorecard', 'scorecard', 'rubric', 'roadmap', 'submission', 'benchmark'] as const, a);
  const cell = pick(
    cells.filter((one) => one.sheet === sheet),
    b,
  );
  if (cell === undefined) return [];
  return [{ kind: 'paste', ...cell, row: cell.row + (pushed[cell.sheet] ?? 0), value: pick(ODD, c) ?? null }];
}

const plain = (cell: unknown): string | number | boolean | null =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
