import type { SheetId } from '../../src/workbook/design';
import { ASSESSMENT } from '../../src/workbook/layout';
import { freeSheetNames, type SheetNames } from '../../src/workbook/sheet-names';
import { english } from '../load-words';
import { jspDesign } from '../oracles/design';
import type { Act } from './act';
import type { Seen } from './bench';

type Field = Exclude<keyof typeof ASSESSMENT, 'headerRow' | 'firstRow' | 'searchedRows'>;
const FIELDS = Object.keys(ASSESSMENT).filter(
  (key) => !['headerRow', 'firstRow', 'searchedRows'].includes(key),
) as readonly Field[];

/** Where a person who did all the acts knows things to be. */
export interface Places {
  readonly names: SheetNames;
  /** Row below which the Assessment's table begins; its heading unless somebody deleted that. */
  readonly headerRow: number;
  /** Column of the Assessment by what it holds; null once it is deleted. */
  readonly columns: Readonly<Record<Field, number | null>>;
  /** How many rows each sheet was pushed down on top. */
  readonly pushed: Readonly<Partial<Record<SheetId, number>>>;
}

export const PLACES: Places = {
  names: freeSheetNames(english, []),
  headerRow: ASSESSMENT.headerRow,
  columns: Object.fromEntries(FIELDS.map((field) => [field, ASSESSMENT[field]])) as Record<Field, number>,
  pushed: {},
};

/**
 * Where columns are after Repair, which may draw columns again that were deleted: as headings say, and without one where
 * what stood in the column stands now.
 */
export function placesByHeadings(places: Places, before: Seen['cells'], cells: Seen['cells']): Places {
  const headings = jspDesign()
    .sheets.find(({ id }) => id === 'assessment')
    ?.cells.filter(({ row }) => row === ASSESSMENT.headerRow);
  const text = (field: Field) => headings?.find(({ column }) => column === ASSESSMENT[field])?.content;
  const row = cells.findIndex(
    (line) => FIELDS.filter((field) => line.includes(text(field) as string)).length > 5,
  );
  if (row < 0) return places;
  const columns = FIELDS.map((field) => {
    const column = cells[row]?.indexOf(text(field) as string) ?? -1;
    return [field, column < 0 ? followed(places.columns[field], before, cells) : column] as const;
  });
  return { ...places, headerRow: row, columns: Object.fromEntries(columns) as Places['columns'] };
}

function followed(column: number | null, before: Seen['cells'], after: Seen['cells']): number | null {
  if (column === null) return null;
  const held = (cells: Seen['cells'], at: number) =>
    JSON.stringify(cells.map((row) => row[at] ?? null).filter((cell) => cell !== null));
  const [own, width] = [held(before, column), Math.max(...after.map((row) => row.length))];
  const now = Array.from({ length: width }, (_, at) => at).filter((at) => held(after, at) === own);
  return now.includes(column) ? column : (now[0] ?? column);
}

/** The same after an act. */
export function placesAfter(places: Places, act: Act): Places {
  switch (act.kind) {
    case 'rename':
      return { ...places, names: { ...places.names, [act.sheet]: act.name } };
    case 'insert-rows':
    case 'delete-rows':
      return act.sheet === 'assessment' ? withRows(places, act) : pushed(places, act);
    case 'insert-column':
    case 'delete-column':
      return act.sheet === 'assessment'
        ? withColumn(places, act.column, act.kind === 'insert-column')
        : places;
    default:
      return places;
  }
}

function withRows(places: Places, act: Extract<Act, { count: number }>): Places {
  if (act.row > places.headerRow) return places;
  const above = Math.min(act.count, places.headerRow - act.row + 1);
  const by = act.kind === 'insert-rows' ? act.count : -above;
  return { ...places, headerRow: places.headerRow + by };
}

const pushed = (places: Places, act: Extract<Act, { count: number }>): Places => ({
  ...places,
  pushed: { ...places.pushed, [act.sheet]: (places.pushed[act.sheet] ?? 0) + act.count },
});

function withColumn(places: Places, at: number, inserted: boolean): Places {
  const moved = (column: number | null): number | null => {
    if (column === null || (!inserted && column === at)) return null;
    if (inserted) return column >= at ? column + 1 : column;
    return column > at ? column - 1 : column;
  };
  const columns = Object.fromEntries(
    FIELDS.map((field) => [field, moved(places.columns[field])]),
  ) as Places['columns'];
  return { ...places, columns };
}
