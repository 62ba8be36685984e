import type { RawCell } from '../assessment/assessment';
import type { CellContent } from '../workbook/design';

export type CellInput = string | number | boolean | null;

/** What to put into `range.formulas` for a cell of the design; null leaves the cell as it is. */
export function cellInput(content: CellContent): CellInput {
  if (content === null || typeof content === 'number' || typeof content === 'boolean') return content;
  return typeof content === 'string' ? textInput(content) : content.formula;
}

/**
 * Text as text: Excel reads what is written into a cell as if it were typed, so everything that it could take for a
 * formula, number, date, percentage, boolean or error gets the leading apostrophe that Excel itself uses for text.
 */
export const textInput = (text: string): string => (plainWords(text) ? text : text === '' ? '' : `'${text}`);

/** Starts with a letter or as JSON does, and is too long or too free of digits for a date such as `Jan 5`, and is no boolean. */
function plainWords(text: string): boolean {
  if (!/^[\p{L}{]/u.test(text) || /^(true|false)$/i.test(text)) return false;
  return text.length > 40 || !/\d/.test(text);
}

/** A cell as Excel hands it over in `values` and `valueTypes` (ExcelApi 1.1). An empty cell is null. */
export function rawCell(value: unknown, type: string): RawCell {
  if (type === 'Error') return { error: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}
