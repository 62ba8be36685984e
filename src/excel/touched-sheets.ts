import { STATE_SHEET_NAME } from '../workbook/sheet-names';

/** The sheets of a batch: those whose protection it takes off, and all that it writes on. */
export interface TouchedSheets {
  readonly opened: readonly string[];
  readonly written: readonly string[];
}

const touched = new WeakMap<object, TouchedSheets>();

/** Notes what a batch is about to write, so that a refusal can name the sheet: Excel does not say which it was. */
export function noteTouched(context: object, { opened, written }: TouchedSheets): void {
  const before = touched.get(context);
  touched.set(context, {
    opened: [...new Set([...(before?.opened ?? []), ...opened])],
    written: [...new Set([...(before?.written ?? []), ...written])],
  });
}

/** Where Excel refused what a batch did: the sheets that it had to open, or else those that it wrote on. */
export function refusedSheets(context: object | null): readonly string[] {
  const { opened, written } = (context && touched.get(context)) ?? { opened: [], written: [] };
  const sheets = opened.length > 0 ? opened : written;
  // Nobody sees the state sheet, and it is never protected.
  return sheets.filter((name) => name !== STATE_SHEET_NAME);
}
