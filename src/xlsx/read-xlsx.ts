import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { refuseCompoundFile } from './read/compound-file';
import { readPackage, type PackageReader, type TargetPart } from './read/package-reader';
import { readSharedStrings } from './read/shared-strings-reader';
import { toFailure, Unreadable } from './read/unreadable';
import { readWorksheet, type XlsxCell, type XlsxRows } from './read/worksheet-reader';
import { fromXString, scanXml } from './read/xml-scanner';
import type { Inflate } from './read/zip';

export interface XlsxSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: XlsxRows;
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
  try {
    refuseCompoundFile(bytes);
    return success(readContent(readPackage(bytes, inflate)));
  } catch (error) {
    if (error instanceof Unreadable) return toFailure(error, words);
    throw error;
  }
}

function readContent(file: PackageReader): XlsxContent {
  const root = [...file.targets('').values()].find((target) => target.type === 'officeDocument');
  if (!root) throw new Unreadable('not-workbook');
  const { entries, date1904 } = readWorkbook(file.xml(root.path), root.path);
  const targets = file.targets(root.path);
  const shared = [...targets.values()].find((target) => target.type === 'sharedStrings');
  const strings = shared ? readSharedStrings(file.xml(shared.path), shared.path) : [];
  const sheets = entries.map(({ name, visibility, id }) => ({
    name,
    visibility,
    rows: readRows(file, targets.get(id), strings),
  }));
  return { sheets, date1904 };
}

/** A chart sheet has no cells. */
function readRows(file: PackageReader, target: TargetPart | undefined, strings: readonly string[]): XlsxRows {
  if (!target) throw new Unreadable('damaged');
  return target.type === 'worksheet' ? readWorksheet(file.xml(target.path), target.path, strings) : new Map();
}

interface SheetEntry {
  readonly name: string;
  readonly visibility: XlsxSheet['visibility'];
  readonly id: string;
}

function readWorkbook(xml: string, part: string): { entries: readonly SheetEntry[]; date1904: boolean } {
  const entries: SheetEntry[] = [];
  let date1904 = false;
  let root = '';
  scanXml(xml, part, {
    open(tag) {
      root ||= tag.name;
      if (tag.name === 'workbookPr') date1904 = ['1', 'true'].includes(tag.attribute('date1904') ?? '');
      if (tag.name !== 'sheet') return;
      const [name, id, state] = [tag.attribute('name'), tag.attribute('id'), tag.attribute('state')];
      if (name === undefined || id === undefined) throw new Unreadable('damaged', part);
      const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
      entries.push({ name: fromXString(name), visibility, id });
    },
  });
  if (root !== 'workbook' || entries.length === 0) throw new Unreadable('not-workbook');
  return { entries, date1904 };
}
