import type { Model } from '@odoo/o-spreadsheet';
import type { Area } from '../area';
import type { Book } from '../book';
import type { CellSet } from '../cell-set';
import type { SheetNotes } from '../sheet-notes';
import { WireObject } from '../wire-object';
import { RangeFormatWire } from './range-format-wire';
import { ValidationWire } from './validation-wire';

/** What `Excel.Range` and `Excel.RangeAreas` have in common. */
export abstract class CellsWire extends WireObject implements CellSet {
  abstract readonly areas: readonly Area[];

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, unknown>> {
    const id = this.book.references.idOf(this);
    return id === undefined ? {} : { _ReferenceId: id };
  }

  get Worksheet(): WireObject {
    return this.book.root.Worksheets.at(this.sheetId);
  }
  get Format(): RangeFormatWire {
    return new RangeFormatWire(this);
  }
  get DataValidation(): ValidationWire {
    return new ValidationWire(this);
  }

  protected get getters(): Model['getters'] {
    return this.book.engine.getters;
  }
  protected get notes(): SheetNotes {
    return this.book.notes(this.sheetId);
  }
}
