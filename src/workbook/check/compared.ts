import type { CellContent, SheetDesign, SheetId } from '../design';
import { ASSESSMENT as A } from '../layout';
import { ANSWER_FIELDS, type WorkbookMap } from '../map';
import type { StoredBenchmark } from '../stored-benchmark';
import type { Words } from '../../words/words';
import { movedFormula, standsAsDesigned, type PlacedSheet, type PlacedSheets } from './moved-formula';
import { expectedCells } from './expected-cells';
import { sheetTitle } from '../sheet-title';
import { placementOf, type Placement } from './placement';
import type { StandingBlock } from './standing-block';

/** A sheet of ours as it was designed and as it stands. */
export interface ComparedSheet {
  readonly id: SheetId;
  readonly design: SheetDesign;
  readonly block: StandingBlock;
}

/** A cell that does not hold what it was inserted with. */
export interface Difference {
  readonly sheet: SheetId;
  /** Where it belongs now, 0-based; and its designed place. */
  readonly row: number;
  readonly column: number;
  readonly designed: { readonly row: number; readonly column: number };
  /** What to write there to put it right. */
  readonly content: CellContent;
}

/** What a difference is told and mended as. Everything on the hidden sheet is a note of ours, formula or not. */
export const codeOf = ({ sheet, content }: Difference): 'formula-changed' | 'text-changed' =>
  sheet !== 'state' && content !== null && typeof content === 'object' ? 'formula-changed' : 'text-changed';

/** Designed rows or columns of a sheet, 0-based, that are no longer there. */
export interface GoneCells {
  readonly sheet: SheetId;
  readonly axis: 'rows' | 'columns';
  readonly designed: number;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly gone: readonly GoneCells[];
  readonly placements: ReadonlyMap<SheetId, Placement>;
  readonly sheets: PlacedSheets;
}

/** Everything that the sheets should say, placed where its rows and columns are now, beside what they do say. */
export function compared(
  sheets: readonly ComparedSheet[],
  map: WorkbookMap,
  stored: StoredBenchmark | null,
  words: Words,
): Comparison {
  const placements = new Map(sheets.map(({ id, design, block }) => [id, placementOf(design, block, map)]));
  const placed: PlacedSheets = new Map(
    sheets.flatMap(({ id, design, block }) => {
      const placement = placements.get(id);
      return placement
        ? [[design.name.toLowerCase(), placedSheet(placement, block.row + block.rows)] as const]
        : [];
    }),
  );
  const differences = sheets.flatMap((sheet) => {
    const placement = placements.get(sheet.id);
    return placement ? differencesOf(sheet, placement, placed, stored, words) : [];
  });
  const gone = sheets.flatMap(({ id, design }) => {
    const placement = placements.get(id);
    return placement ? goneOf(id, design, placement) : [];
  });
  return { differences, gone, placements, sheets: placed };
}

const placedSheet = (placement: Placement, end: number): PlacedSheet => ({
  placement,
  end,
  asDesigned:
    end <= placement.rows.length &&
    [placement.rows, placement.columns].every((places) => places.every((place, at) => place === at)),
});

function differencesOf(
  { id, design, block }: ComparedSheet,
  { rows, columns }: Placement,
  placed: PlacedSheets,
  stored: StoredBenchmark | null,
  words: Words,
): readonly Difference[] {
  const { links } = design;
  return expectedCells(design, block, stored, words).flatMap(({ row, column, content }): Difference[] => {
    const [r, c] = [rows[row] ?? null, columns[column] ?? null];
    if (r === null || c === null) return [];
    const at = { sheet: id, row: r, column: c, designed: { row, column } };
    const found = block.formula(r, c);
    if (content === null || typeof content !== 'object') {
      const text = block.cell(r, c);
      const titled = links.find((link) => link.row === row && link.column === column)?.to.sheet;
      const same = sameText(text, content, id, column) || (titled && text === sheetTitle(titled, words));
      return found === null && same ? [] : [{ ...at, content }];
    }
    const place = { sheet: design.name, designedRow: row, row: r };
    if (standsAsDesigned(found, content.formula, place, placed)) return [];
    const formula = movedFormula(content.formula, place, placed);
    return formula === null ? [] : [{ ...at, content: { formula } }];
  });
}

/** MATCH does not look at the letter case of an ID, so neither does this. */
const sameText = (found: unknown, content: CellContent, id: SheetId, column: number): boolean =>
  (content === '' ? null : content) === found ||
  (id === 'assessment' &&
    column === A.id &&
    typeof found === 'string' &&
    typeof content === 'string' &&
    found.toUpperCase() === content.toUpperCase());

/** Columns that people write in are never drawn again: what was written there would seem to have been nothing. */
const writtenColumns = (id: SheetId): ReadonlySet<number> =>
  new Set(id === 'assessment' ? ANSWER_FIELDS.map((field) => A[field]) : id === 'evidence' ? EVIDENCE : []);
const EVIDENCE = Array.from({ length: 8 }, (_, column) => column);

function goneOf(id: SheetId, { cells }: SheetDesign, { rows, columns }: Placement): readonly GoneCells[] {
  const used = cells.filter(
    ({ row, content, style }) =>
      (content !== null || style.unlocked === true) && !(id === 'assessment' && row >= A.firstRow),
  );
  const gone = (axis: GoneCells['axis'], all: readonly number[], places: Placement['rows']) =>
    [...new Set(all)]
      .filter((at) => (places[at] ?? null) === null)
      .map((designed): GoneCells => ({ sheet: id, axis, designed }));
  const written = writtenColumns(id);
  return [
    ...gone(
      'rows',
      used.map(({ row }) => row),
      rows,
    ),
    ...gone(
      'columns',
      used.map(({ column }) => column).filter((column) => !written.has(column)),
      columns,
    ),
  ];
}
