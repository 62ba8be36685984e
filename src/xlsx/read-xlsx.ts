import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { refuseOtherKinds } from './read/other-kind';
import { readPackage, type PackageReader } from './read/package-reader';
import { readSharedStrings, type SharedTexts } from './read/shared-strings-reader';
import { inWords } from './read/unreadable';
import { readWorkbookPart, type SheetPlace } from './read/workbook-part';
import { readWorksheet, topOf, type XlsxCell, type XlsxRows } from './read/worksheet-reader';
import { xmlText } from './read/xml-text';
import type { Inflate } from './read/zip';

export interface XlsxSheet {
  readonly name: string;
  readonly visibility: SheetPlace['visibility'];
  readonly rows: XlsxRows;
  /** Its first rows, some forty, without reading the rest. */
  readonly top: XlsxRows;
}

/** What a workbook file says: its sheets in the order of their tabs. */
export interface XlsxContent {
  readonly sheets: readonly XlsxSheet[];
  /** Days count from 1904 (old Mac files) and not from 1900. */
  readonly date1904: boolean;
}

const EMPTY: XlsxCell = { value: null, formula: null };

/** A cell by its 0-based place. */
export const cellAt = (sheet: XlsxSheet, row: number, column: number): XlsxCell =>
  sheet.rows.get(row)?.get(column) ?? EMPTY;

/**
 * Reads an .xlsx file that Excel, LibreOffice, openpyxl or this project saved. Nothing is calculated: a formula's
 * value is the one that was stored. A file that cannot be read is a failure in words, never an exception. `inflate` unpacks
 * it where the engine has a faster way than ours.
 */
export function readXlsx(bytes: Uint8Array, words: Words, inflate?: Inflate): Result<XlsxContent> {
  return inWords(words, () => {
    const content = openXlsx(bytes, inflate);
    for (const sheet of content.sheets) readAhead(sheet);
    return success(content);
  });
}

/**
 * The same, but a sheet's cells are read when they are first asked for: a team's own sheets beside ours may be large. Their
 * parts are unpacked and checked at once, so that a damaged file is refused. Throws `Unreadable`, as does who asks.
 */
export function openXlsx(bytes: Uint8Array, inflate?: Inflate): XlsxContent {
  refuseOtherKinds(bytes);
  const file = readPackage(bytes, inflate);
  const { sheets, sharedStrings, date1904 } = readWorkbookPart(file);
  for (const { part } of sheets) if (part !== null) file.bytes(part);
  const strings = once(() => sharedTexts(file, sharedStrings));
  return { sheets: sheets.map((place) => sheetOf(file, place, strings)), date1904 };
}

/** Reads a sheet's cells now. Throws `Unreadable`. */
export const readAhead = (sheet: XlsxSheet): XlsxRows => sheet.rows;

function sharedTexts(file: PackageReader, part: string | null): SharedTexts {
  return part === null ? () => undefined : readSharedStrings(xmlText(file.bytes(part), part), part);
}

function sheetOf(
  file: PackageReader,
  { name, visibility, part }: SheetPlace,
  strings: () => SharedTexts,
): XlsxSheet {
  const read = once(() => (part === null ? NO_ROWS : readWorksheet(file.xml(part), part, strings())));
  const glance = once(() =>
    part === null ? NO_ROWS : readWorksheet(topOf(xmlText(file.bytes(part), part)), part, strings()),
  );
  return {
    name,
    visibility,
    get rows(): XlsxRows {
      return read();
    },
    get top(): XlsxRows {
      return glance();
    },
  };
}

const NO_ROWS: XlsxRows = new Map();

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
