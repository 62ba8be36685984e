import { columnName } from '../workbook/address';

/** Whole columns of 0-based ends, such as `B:D`. */
export const columnsAddress = (first: number, last: number): string =>
  `${columnName(first)}:${columnName(last)}`;

/** Whole rows of 0-based ends, such as `3:9`. */
export const rowsAddress = (first: number, last: number): string => `${first + 1}:${last + 1}`;
