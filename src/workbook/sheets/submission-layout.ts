/** Header row of the receipts table; rows below it are written as rows are prepared and accepted. */
export const RECEIPTS_ROW = 8;
export const RECEIPT_ROWS = 12;
/** Header row of the table that builds the bytes piece by piece. */
export const PIECES_ROW = RECEIPTS_ROW + RECEIPT_ROWS + 3;
/** The cell that holds the exact bytes, or says why there are none. */
export const BYTES = { row: 4, column: 0 } as const;
