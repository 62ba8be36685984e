/** The Evidence sheet as it is designed, 0-based; its columns are EVIDENCE_FIELDS from the first on. */
export const EVIDENCE_HEADER_ROW = 3;
/** Lines that are drawn as cells to fill. */
export const EVIDENCE_ROWS = 200;
/** Lines below the header that formulas count: room for rows people add. */
export const EVIDENCE_COUNTED_ROWS = 300;
