/**
 * A guard rail, not a lock: no password; filtering and resizing rows and columns stay allowed (ExcelApi 1.2). Sorting
 * is not: Excel sorts a protected sheet only where every cell is unlocked, and the IDs are not.
 */
export const PROTECTION: Excel.WorksheetProtectionOptions = {
  allowFormatColumns: true,
  allowFormatRows: true,
  allowAutoFilter: true,
};
