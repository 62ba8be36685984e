import type { Words } from '../../words/words';
import type { SandboxBook } from '../host/sandbox-book';

/**
 * Takes the protection off the sheet in view, as *Review, Unprotect Sheet* does in Excel, and puts it on again: what
 * goes wrong without it can then be tried, and repaired. Hidden on a sheet that never had any.
 */
export function attachProtection(button: HTMLButtonElement, book: SandboxBook, words: Words): void {
  const show = (): void => {
    const sheetId = book.model.getters.getActiveSheetId();
    const { protection, lastProtection } = book.notes(sheetId);
    const key = protection === null ? 'sandbox.protect' : 'sandbox.unprotect';
    button.textContent = words(key, { sheet: book.sheetName(sheetId) });
    button.hidden = protection === null && lastProtection === null;
  };
  button.addEventListener('click', () => {
    const sheetId = book.model.getters.getActiveSheetId();
    const name = book.sheetName(sheetId);
    if (book.notes(sheetId).protection === null) book.userProtect(name);
    else book.userUnprotect(name);
  });
  book.model.on('update', button, show);
  book.watchPerson((what) => what === 'protection' && show());
  show();
}
