/** The media type of an .xlsx file (ISO/IEC 29500), as registered with IANA. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
