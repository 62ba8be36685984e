import type { RawCell } from '../assessment/assessment';
import { EVIDENCE_FIELDS } from '../assessment/evidence';
import { folded } from '../assessment/vocabulary';
import type { WordKey, Words } from '../words/words';
import type { SheetId } from './design';
import { EVIDENCE_HEADINGS } from './evidence-headings';
import { ASSESSMENT } from './layout';
import { ANSWER_FIELDS, BENCHMARK_META, PROFILE_FIELDS, type PointerKey, type Spot } from './map';
import { matchedColumns } from './matched-columns';
import { sheetTitle } from './sheet-title';

/** A sheet to be recognised: its name, and the cells of its first rows and columns. */
export interface SheetLook {
  readonly name: string;
  readonly cell: (row: number, column: number) => RawCell;
}

/** As far as it is looked for headings. */
export const LOOKED = { rows: 40, columns: 30 } as const;

type Heading = readonly [WordKey, PointerKey | null];

/** The heading row by which a sheet is known, left to right, and what its cells are pointed at for. */
const HEADINGS: readonly (readonly [SheetId, readonly Heading[]])[] = [
  [
    'assessment',
    [
      ['sheet.colId', 'pointer.id'],
      ['sheet.colDomain', null],
      ['sheet.colItem', null],
      ['sheet.colQuestion', null],
      ['sheet.colLevel', 'pointer.level'],
      ['sheet.colMeaning', null],
      ['sheet.colNext', null],
      ['sheet.colTarget', 'pointer.target'],
      ['sheet.colEvidence', 'pointer.evidence'],
      ['sheet.colOwner', 'pointer.owner'],
      ['sheet.colDue', 'pointer.due'],
      ['sheet.colNotes', 'pointer.notes'],
      ['sheet.colCheck', null],
      ['sheet.colListed', null],
    ],
  ],
  ['scorecard', plain('colDomain', 'colItems', 'colApplicable', 'colRated', 'colCoverage', 'colMean')],
  [
    'roadmap',
    plain('colRank', 'colId', 'colDomain', 'colItem', 'colLevel', 'colTarget', 'colGap', 'colGain'),
  ],
  ['evidence', EVIDENCE_FIELDS.map((field) => [EVIDENCE_HEADINGS[field], `pointer.evidence.${field}`])],
  [
    'benchmark',
    [
      ['sheet.colId', 'pointer.benchmark.table'],
      ...plain('colFigure', 'colMean', 'colP25', 'colMedian', 'colP75'),
    ],
  ],
  [
    'submission',
    [['sheet.colDay', 'pointer.receipts'], ...plain('meta_cycle', 'colState', 'colHash', 'colReceipt')],
  ],
  [
    'history',
    [
      ['sheet.colDay', 'pointer.history'],
      ...plain('rubric', 'tileComposite', 'tileItemMean', 'colLevel', 'colCoverage'),
    ],
  ],
  [
    'rubric',
    plain('colId', 'colDomain', 'colItem', 'colQuestion', 'colExampleEvidence', 'colReferences', 'colSource'),
  ],
];

function plain<K extends string>(...keys: readonly K[]): readonly (readonly [`sheet.${K}`, null])[] {
  return keys.map((key) => [`sheet.${key}`, null] as const);
}

interface Recognised {
  readonly id: SheetId;
  readonly look: SheetLook;
  /** How much of the heading row is there, 0 to 1. */
  readonly share: number;
  readonly spots: ReadonlyMap<PointerKey, Spot>;
}

/**
 * Where the cells are that the state sheet points at, told by headings, labels and IDs: for a workbook whose state sheet
 * is gone or points at nothing. Where it still says which sheet is the one (`pointed`), no other counts, such as a copy
 * in which more is left; of others that look alike the one with our name counts, then the first.
 */
export function foundByHeadings(
  looks: readonly SheetLook[],
  words: Words,
  pointed: ReadonlyMap<SheetId, string>,
): ReadonlyMap<PointerKey, Spot> {
  const isOther = ({ id, look }: Recognised) => (pointed.get(id) ?? look.name) !== look.name;
  const seen = looks.flatMap((look) => recognised(look, words) ?? []).filter((one) => !isOther(one));
  const titled = ({ id, look }: Recognised) => (look.name === sheetTitle(id, words) ? 1 : 0);
  const best = new Map<SheetId, Recognised>();
  for (const one of seen) {
    const other = best.get(one.id);
    if (!other || one.share > other.share || (one.share === other.share && titled(one) > titled(other)))
      best.set(one.id, one);
  }
  return new Map([...best.values()].flatMap(({ spots }) => [...spots]));
}

/** Which of our sheets this one is, by most of its headings; for an Assessment without them, by its IDs. */
export function recognised(look: SheetLook, words: Words): Recognised | null {
  const rows = Array.from({ length: LOOKED.rows }, (_, row) => row);
  const tables = HEADINGS.flatMap(([id, headings]) =>
    rows.map((row) => ({ id, headings, row, ...matchIn(look, row, headings, words) })),
  );
  const [best] = tables.filter(({ share }) => share >= 0.5).sort((a, b) => b.share - a.share);
  if (!best) return startOf(look, words) ?? assessmentByIds(look);
  const spots = best.headings.flatMap(([, key], i): (readonly [PointerKey, Spot])[] => {
    const column = best.columns[i];
    return key === null || column === undefined || column === null
      ? []
      : [[key, { sheet: look.name, row: best.row, column }]];
  });
  const labels =
    best.id === 'benchmark'
      ? labelled(
          look,
          BENCHMARK_META,
          (key) => `sheet.meta_${key}`,
          (key) => `pointer.benchmark.${key}`,
          words,
        )
      : [];
  return {
    id: best.id,
    look,
    share: best.share,
    spots: new Map([cornerOf(best.id, look), ...spots, ...labels]),
  };
}

const cornerOf = (id: SheetId, { name }: SheetLook): readonly [PointerKey, Spot] => [
  `pointer.sheet.${id}` as PointerKey,
  { sheet: name, row: 0, column: 0 },
];

function matchIn({ cell }: SheetLook, row: number, headings: readonly Heading[], words: Words) {
  const found = Array.from({ length: LOOKED.columns }, (_, column) => cell(row, column));
  const columns = matchedColumns(
    headings.map(([key]) => words(key)),
    found,
  );
  const same = headings.filter(([key], i) => {
    const column = columns[i];
    return typeof column === 'number' && sameText(found[column], words(key));
  });
  return { columns, share: same.length / headings.length };
}

/** Start has no heading row: its profile stands beside its labels. */
function startOf(look: SheetLook, words: Words): Recognised | null {
  const spots = labelled(
    look,
    PROFILE_FIELDS,
    (key) => `profile.${key}`,
    (key) => `pointer.${key}`,
    words,
  );
  const share = spots.length / PROFILE_FIELDS.length;
  return share < 0.5
    ? null
    : { id: 'start', look, share, spots: new Map([cornerOf('start', look), ...spots]) };
}

/** The cells to the right of labels that stand below each other: a title may say the same as one of them. */
function labelled<F extends string>(
  { name, cell }: SheetLook,
  fields: readonly F[],
  wordOf: (field: F) => WordKey,
  pointerOf: (field: F) => PointerKey,
  words: Words,
): readonly (readonly [PointerKey, Spot])[] {
  const texts = fields.map((field) => folded(words(wordOf(field))));
  const labelAt = (row: number, column: number): number => {
    const text = row < 0 ? null : cell(row, column);
    return typeof text === 'string' ? texts.indexOf(folded(text)) : -1;
  };
  const places = Array.from({ length: LOOKED.rows * LABEL_COLUMNS }, (_, i) => ({
    row: Math.floor(i / LABEL_COLUMNS),
    column: i % LABEL_COLUMNS,
  })).filter(({ row, column }) => labelAt(row - 1, column) >= 0 || labelAt(row + 1, column) >= 0);
  return fields.flatMap((field, i): (readonly [PointerKey, Spot])[] => {
    const place = places.find(({ row, column }) => labelAt(row, column) === i);
    return place ? [[pointerOf(field), { sheet: name, row: place.row, column: place.column + 1 }]] : [];
  });
}

const LABEL_COLUMNS = 6;
const ID = /^\s*[A-Z]{2,4}-\d{2}\s*$/i;

/** Without its headings, the Assessment is a column of IDs; its other columns are where they were designed beside it. */
function assessmentByIds(look: SheetLook): Recognised | null {
  const isId = (cell: RawCell) => typeof cell === 'string' && ID.test(cell);
  for (let column = 0; column < LOOKED.columns; column += 1) {
    const rows = Array.from({ length: LOOKED.rows }, (_, row) => row).filter((row) =>
      isId(look.cell(row, column)),
    );
    const first = rows[0];
    if (first === undefined || rows.length < 5 || !rows.every((row) => isQuestion(look, row, column)))
      continue;
    // These stand in their designed places only if no column before was deleted or inserted.
    const unmoved = rows.every(
      (row) =>
        typeof look.cell(row, column + ASSESSMENT.check) === 'string' &&
        typeof look.cell(row, column + ASSESSMENT.rubricRow) === 'number',
    );
    const all = (place: number, is: (cell: RawCell) => boolean) =>
      rows.every((row) => is(look.cell(row, column + place)));
    // Of a column before the level nothing else tells.
    const isBlank = !unmoved && all(ASSESSMENT.level, (cell) => cell === null);
    if (isBlank || !all(ASSESSMENT.meaning, (cell) => typeof cell !== 'number')) continue;
    const spots = ANSWER_FIELDS.filter((field) => unmoved || ASSESSMENT[field] <= ASSESSMENT.level).map(
      (field) =>
        [
          `pointer.${field}` as const,
          { sheet: look.name, row: first - 1, column: column + ASSESSMENT[field] - ASSESSMENT.id },
        ] as const,
    );
    return { id: 'assessment', look, share: 0, spots: new Map([cornerOf('assessment', look), ...spots]) };
  }
  return null;
}

/** Beside the ID stands a whole question, and what is in the level's cell is short. */
function isQuestion({ cell }: SheetLook, row: number, id: number): boolean {
  const [question, level] = [cell(row, id + ASSESSMENT.question), cell(row, id + ASSESSMENT.level)];
  return (
    typeof question === 'string' &&
    question.length > SHORT &&
    (typeof level !== 'string' || level.length <= SHORT)
  );
}

const SHORT = 20;

const sameText = (cell: RawCell | undefined, text: string): boolean =>
  typeof cell === 'string' && folded(cell) === folded(text);
