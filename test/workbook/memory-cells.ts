import type { RawCell } from '../../src/assessment/assessment';
import { parseAddress } from '../../src/workbook/address';
import type { CellWrite } from '../../src/workbook/cell-writes';
import { locate, type StateRow } from '../../src/workbook/map';
import { STATE_SHEET_NAME } from '../../src/workbook/sheet-names';
import type { WorkbookCells } from '../../src/workbook/workbook-cells';
import type { Result } from '../../src/words/result';
import { english } from '../load-words';
import { jspDesign } from '../oracles/design';

interface Cell {
  readonly value: RawCell;
  readonly formula: string | null;
}
const NOTHING: Cell = { value: null, formula: null };

/** The cells of a new workbook, sheet by sheet. */
const DESIGNED: ReadonlyMap<string, ReadonlyMap<string, Cell>> = new Map(
  jspDesign().sheets.map(({ name, cells }) => [
    name,
    new Map(
      cells.map(({ row, column, content }) => [
        `${row}:${column}`,
        content !== null && typeof content === 'object'
          ? { value: null, formula: content.formula }
          : { value: content, formula: null },
      ]),
    ),
  ]),
);

/** A workbook's cells in memory: what writes are worked out from, and what they are carried out on. Formulas have no results. */
export class MemoryCells {
  readonly #sheets: Map<string, Map<string, Cell>>;

  constructor() {
    this.#sheets = new Map([...DESIGNED].map(([name, cells]) => [name, new Map(cells)]));
  }

  /** What somebody types into a cell; a text with a leading `=` is a formula. */
  type(sheet: string, address: string, value: RawCell): this {
    const place = parseAddress(address);
    if (!place) throw new Error(`No address: ${address}`);
    const formula = typeof value === 'string' && value.startsWith('=') ? value : null;
    this.#put(
      sheet,
      place.row,
      place.column,
      formula === null ? { value, formula } : { value: null, formula },
    );
    return this;
  }

  value(sheet: string, address: string): RawCell {
    const place = parseAddress(address);
    return place ? this.#at(sheet, place.row, place.column).value : null;
  }

  /** Gives a state row's value another content; a text with a leading `=` is a formula. */
  state(key: string, value: RawCell): this {
    const row = this.cells().state.findIndex((one) => one.key === key);
    return this.type(STATE_SHEET_NAME, `B${row + 1}`, value);
  }

  carryOut(writes: readonly CellWrite[]): this {
    for (const { sheet, row, column, values } of writes) {
      values.forEach((line, i) =>
        line.forEach((value, j) => this.#put(sheet, row + i, column + j, { value, formula: null })),
      );
    }
    return this;
  }

  cells(): WorkbookCells {
    const state = this.#stateRows();
    const map = locate(state, STATE_SHEET_NAME, english);
    if (!map.ok) throw new Error(map.failure.message);
    return {
      map: map.value,
      state,
      cell: (sheet, row, column) => this.#at(sheet, row, column).value,
      formula: (sheet, row, column) => this.#at(sheet, row, column).formula,
      end: (sheet) => this.#end(sheet),
    };
  }

  #stateRows(): readonly StateRow[] {
    return Array.from({ length: this.#end(STATE_SHEET_NAME) }, (_, row) => ({
      key: this.#at(STATE_SHEET_NAME, row, 0).value,
      ...this.#at(STATE_SHEET_NAME, row, 1),
    }));
  }

  #end(sheet: string): number {
    const rows = [...(this.#sheets.get(sheet) ?? [])]
      .filter(([, { value, formula }]) => value !== null || formula !== null)
      .map(([key]) => Number(key.split(':')[0]));
    return rows.reduce((end, row) => Math.max(end, row + 1), 0);
  }

  #at(sheet: string, row: number, column: number): Cell {
    return this.#sheets.get(sheet)?.get(`${row}:${column}`) ?? NOTHING;
  }

  #put(sheet: string, row: number, column: number, cell: Cell): void {
    const cells = this.#sheets.get(sheet) ?? new Map<string, Cell>();
    this.#sheets.set(sheet, cells.set(`${row}:${column}`, cell));
  }
}

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}
