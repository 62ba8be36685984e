import { columnName } from '../workbook/address';

/** Whole columns of 0-based ends, such as `B:D`. */
export const columnsAddress = (first: number, last: number): string =>
  `${columnName(first)}:${columnName(last)}`;

/** Whole rows of 0-based ends, such as `3:9`. */
export const rowsAddress = (first: number, last: number): string => `${first + 1}:${last + 1}`;

/** Excel refuses a `getRanges` address of more than 8,192 characters (Office.js reference, `Worksheet.getRanges`). */
const LONGEST_ADDRESS = 8000;

/** Joins addresses with commas into as few texts as `getRanges` calls take. */
export function joinAddresses(addresses: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const address of addresses) {
    const last = joined.at(-1);
    if (last === undefined || last.length + 1 + address.length > LONGEST_ADDRESS) joined.push(address);
    else joined[joined.length - 1] = `${last},${address}`;
  }
  return joined;
}
