/** A guard rail, not a lock: no password; sorting, filtering and resizing rows and columns stay allowed (ExcelApi 1.2). */
export const PROTECTION: Excel.WorksheetProtectionOptions = {
  allowFormatColumns: true,
  allowFormatRows: true,
  allowSort: true,
  allowAutoFilter: true,
};
