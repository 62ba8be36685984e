import type { SpreadsheetLibrary } from './seat';

/** Has the engine's TRIM take away plain spaces only, as Excel's and LibreOffice's does: its own takes every white space. */
export function trimAsExcel({ registries: { functionRegistry }, helpers }: SpreadsheetLibrary): void {
  functionRegistry.replace('TRIM', {
    ...functionRegistry.get('TRIM'),
    compute: (text) =>
      helpers
        .toString(Array.isArray(text) ? text[0]?.[0] : text)
        .replace(/ +/g, ' ')
        .replace(/^ | $/g, ''),
  });
}
