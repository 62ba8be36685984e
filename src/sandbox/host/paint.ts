import type { Style } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import { bounding } from './area';
import { rectanglesOf } from './rectangles';

/** What cells get to look like: an engine style, a number format, or both. */
export interface Look {
  readonly style?: Style;
  readonly format?: string;
}

interface SheetPaint {
  extent: Area;
  /** Cell (`row:column`) to the number of its look. */
  readonly cells: Map<string, number>;
}

/**
 * Looks that wait to be given to cells. The engine compiles a formula again each time its cell's look changes, so
 * several changes of one cell are given to it as one.
 */
export class Paint {
  readonly #looks: Look[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #sheets = new Map<string, SheetPaint>();

  get dry(): boolean {
    return this.#sheets.size === 0;
  }

  add(sheetId: string, area: Area, look: Look): void {
    const sheet = this.#sheets.get(sheetId) ?? { extent: area, cells: new Map<string, number>() };
    this.#sheets.set(sheetId, sheet);
    sheet.extent = bounding(sheet.extent, area);
    const merged = new Map<number | undefined, number>();
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const key = `${row}:${column}`;
        const before = sheet.cells.get(key);
        let number = merged.get(before);
        if (number === undefined)
          merged.set(before, (number = this.#numberOf(over(this.#looks[before ?? -1], look))));
        sheet.cells.set(key, number);
      }
  }

  /** Hands out everything that waits, as few rectangles of one look each, and forgets it. */
  take(give: (sheetId: string, area: Area, look: Look) => void): void {
    const sheets = [...this.#sheets];
    this.#sheets.clear();
    for (const [sheetId, { extent, cells }] of sheets)
      for (const { area, value } of rectanglesOf(extent, (row, column) => cells.get(`${row}:${column}`))) {
        const look = this.#looks[value];
        if (look !== undefined) give(sheetId, area, look);
      }
  }

  #numberOf(look: Look): number {
    const text = JSON.stringify(look);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#looks.length);
    return this.#looks.push(look) - 1;
  }
}

function over(before: Look | undefined, look: Look): Look {
  const style = before?.style || look.style ? { ...before?.style, ...look.style } : undefined;
  const format = look.format ?? before?.format;
  return { ...(style && { style }), ...(format !== undefined && { format }) };
}
