import { accessDenied } from '../api-error';
import type { Book } from '../book';
import { protectionOptions } from '../protection';
import type { ProtectionOptions } from '../protection';
import { WireObject } from '../wire-object';

/** `Excel.WorksheetProtection`: kept by the host, for the engine's own sheet lock would swallow every edit. */
export class ProtectionWire extends WireObject {
  readonly wireType = 'WorksheetProtection';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
  ) {
    super();
  }

  get Protected(): boolean {
    return this.book.notes(this.sheetId).protection !== null;
  }
  get Options(): ProtectionOptions | null {
    return this.book.notes(this.sheetId).protection?.options ?? null;
  }

  /** Protecting a protected sheet is AccessDenied (office-js#6784). */
  Protect(options?: unknown, password?: unknown): null {
    const notes = this.book.notes(this.sheetId);
    if (notes.protection !== null) throw accessDenied();
    notes.protection = {
      options: protectionOptions(options),
      password: typeof password === 'string' ? password : null,
    };
    this.#told(true);
    return null;
  }
  Unprotect(password?: unknown): null {
    const notes = this.book.notes(this.sheetId);
    const secret = notes.protection?.password ?? null;
    if (secret !== null && secret !== password) throw accessDenied();
    if (notes.protection !== null) {
      notes.protection = null;
      this.#told(false);
    }
    return null;
  }

  #told(isProtected: boolean): void {
    this.book.protectionChanged(this.sheetId, isProtected);
  }
}
