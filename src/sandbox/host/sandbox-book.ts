import { itemNotFound } from './api-error';
import type { Area } from './area';
import { Book } from './book';
import type { CellScalar } from './cell-content';
import type { PersonResult } from './person';
import * as person from './person';

/**
 * A book with a person at it: everything here is refused where Excel would refuse it, and raises the events that Excel
 * raises. Sheets go by name; a name that is not there is a mistake of the caller and throws.
 */
export class SandboxBook extends Book {
  /** A person types into a cell; refused (`locked`, `invalid`) as Excel would, with nothing changed. */
  userEdit(sheet: string, address: string, value: CellScalar): PersonResult {
    const { sheetId, area } = this.#place(sheet, address);
    return person.typeInto(this, sheetId, area, value);
  }
  /** A person pastes cells: validation is not asked, and is gone from the target. */
  userPaste(sheet: string, address: string, values: readonly (readonly CellScalar[])[]): PersonResult {
    const { sheetId, area } = this.#place(sheet, address);
    return person.paste(this, sheetId, area, values);
  }
  /** A person presses Delete. */
  userClear(sheet: string, address: string): PersonResult {
    const { sheetId, area } = this.#place(sheet, address);
    return person.empty(this, sheetId, area);
  }
  userSelect(sheet: string, address: string): void {
    const { sheetId, area } = this.#place(sheet, address);
    this.select(sheetId, area);
  }
  /** `row` is the number at the row's head, from 1. */
  userInsertRows(sheet: string, row: number, count = 1): PersonResult {
    return person.insertRows(this, this.#sheet(sheet), row - 1, count);
  }
  userDeleteRows(sheet: string, row: number, count = 1): PersonResult {
    return person.deleteRows(this, this.#sheet(sheet), row - 1, count);
  }
  userRenameSheet(sheet: string, name: string): PersonResult {
    return person.rename(this, this.#sheet(sheet), name);
  }
  userDeleteSheet(sheet: string): PersonResult {
    return person.removeSheet(this, this.#sheet(sheet));
  }
  userUnprotect(sheet: string, password: string | null = null): PersonResult {
    return person.unprotect(this, this.#sheet(sheet), password);
  }
  userProtect(sheet: string): PersonResult {
    return person.protect(this, this.#sheet(sheet));
  }
  /** Sorts the rows of a range by the column of this letter. */
  userSort(sheet: string, address: string, column: string, ascending = true): PersonResult {
    const { sheetId, area } = this.#place(sheet, address);
    const { left } = this.#place(sheet, `${column}1`).area;
    return person.sort(this, sheetId, area, left, ascending);
  }
  userUndo(): PersonResult {
    return person.undo(this);
  }
  userRedo(): PersonResult {
    return person.redo(this);
  }
  /** Whatever `user…` calls happen inside come from a co-author: events say `Remote`. */
  coAuthor<T>(work: () => T): T {
    this.source = 'Remote';
    try {
      return work();
    } finally {
      this.source = 'Local';
    }
  }

  #sheet(name: string): string {
    const sheetId = this.findSheet(name);
    if (sheetId === null) throw itemNotFound();
    return sheetId;
  }
  #place(sheet: string, address: string): { readonly sheetId: string; readonly area: Area } {
    return this.resolve(address, this.#sheet(sheet));
  }
}
