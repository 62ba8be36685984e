import { cellAddress } from '../../workbook/address';
import { text } from '../write/xml';

export type CellValue = string | number | null;

/** The most characters that a cell holds. */
export const LONGEST_TEXT = 32_767;

/** A cell that holds a value and no formula; `prefix` is that of the sheet's own elements, `style` the cell's `s`. */
export function cellXml(
  place: { readonly row: number; readonly column: number },
  value: CellValue,
  style: string | undefined,
  prefix: string,
): string {
  const reference = cellAddress(place.row, place.column);
  const open = `<${prefix}c r="${reference}"${style === undefined ? '' : ` s="${style}"`}`;
  if (value === null || value === '') return `${open}/>`;
  if (typeof value === 'number') return `${open}>${valueXml(value, prefix)}</${prefix}c>`;
  const content = `<${prefix}is><${prefix}t xml:space="preserve">${stringXml(value)}</${prefix}t></${prefix}is>`;
  return `${open} t="inlineStr">${content}</${prefix}c>`;
}

/** The stored result of a formula, or a plain number. Throws where a number is not finite. */
export function valueXml(value: string | number | boolean, prefix: string): string {
  return `<${prefix}v>${valueText(value)}</${prefix}v>`;
}

function valueText(value: string | number | boolean): string {
  if (typeof value === 'string') return stringXml(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (!Number.isFinite(value)) throw new Error('A cell takes finite numbers only');
  return String(value);
}

/** Text as a reader gives it back: lines end with LF, what XML 1.0 cannot hold is left out, and what looks like the escape `_xHHHH_` is escaped (ST_Xstring). */
const stringXml = (value: string): string =>
  text(value.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
