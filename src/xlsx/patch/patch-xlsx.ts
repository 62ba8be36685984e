import type { CellWrite } from '../../workbook/cell-writes';
import type { KnownResult } from '../../workbook/known-result';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { refuseOtherKinds } from '../read/other-kind';
import { toFailure, Unreadable } from '../read/unreadable';
import { xmlBytes } from '../read/xml-text';
import { withFullCalculation } from './calculation';
import { growTables } from './grow-tables';
import { rewriteZip } from './rewrite-zip';
import { type SheetValues, valuesBySheet } from './sheet-values';
import { settleResults } from './settle-results';
import { refusal, Unpatchable } from './unpatchable';
import { openWorkbook, type WorkbookParts, type WorksheetPart } from './workbook-parts';
import { writeCells } from './write-cells';

/** What to change in a workbook file. Numbers are written as they are: serials of dates are those of the file's own date system. */
export interface XlsxPatch {
  readonly writes: readonly CellWrite[];
  readonly known: readonly KnownResult[];
  /** Sheets whose cells somebody reads for what people answered there. */
  readonly answers?: readonly string[];
}

/**
 * The .xlsx file with the patch in it (ISO/IEC 29500-1). Only the worksheets change that are written to or that hold
 * formulas which may depend on a written cell, tables that take in a row written below them, and the workbook part, which
 * orders a full calculation; every other member of the archive stays as it is, to the byte. The stored result of a formula
 * that may depend on a written cell is dropped unless known, since LibreOffice and previews would show the old one; every
 * other one stays. Where nothing changes, the bytes are the same. Fails in words, having written nothing, where the file
 * cannot be read or must not be changed. A sheet that is not there is a bug and throws.
 */
export function patchXlsx(bytes: Uint8Array, patch: XlsxPatch, words: Words): Result<Uint8Array> {
  if (patch.writes.every(({ values }) => values.every((row) => row.length === 0))) return success(bytes);
  try {
    refuseOtherKinds(bytes);
    return success(patched(bytes, patch));
  } catch (error) {
    if (error instanceof Unreadable) return toFailure(error, words);
    if (error instanceof Unpatchable) return refusal(error, words);
    throw error;
  }
}

function patched(bytes: Uint8Array, { writes, known, answers = [] }: XlsxPatch): Uint8Array {
  const file = openWorkbook(bytes);
  const changed: Changes = new Map();
  const values = valuesBySheet(writes);
  for (const [name, rows] of values) writeSheet(sheetNamed(file.sheets, name), rows, changed, file);
  if (changed.size === 0) return bytes;
  for (const [part, text] of settleResults(file, { changed, values, known, answers }))
    changed.set(part, text);
  changed.set(file.path, withFullCalculation(file.text(file.path), file.path));
  return rewriteZip(bytes, encoded(file, changed));
}

/** New text of parts by their paths. */
type Changes = Map<string, string>;

/** Excel compares sheet names without letter case. */
function sheetNamed(sheets: readonly WorksheetPart[], wanted: string): WorksheetPart {
  const sheet = sheets.find(({ name }) => name.toLowerCase() === wanted);
  if (!sheet) throw new Error(`The workbook has no worksheet "${wanted}" to write to`);
  return sheet;
}

function writeSheet(
  { name, part }: WorksheetPart,
  values: SheetValues,
  changed: Changes,
  file: WorkbookParts,
): void {
  const sheet = { name, part, xml: file.walkedText(part) };
  const written = writeCells(sheet, values);
  if (written === sheet.xml) return;
  changed.set(part, written);
  for (const [table, text] of growTables(sheet, values, file.tables(part))) changed.set(table, text);
}

/** Those parts that did come out as another text, by their paths in lower case. */
function encoded(file: WorkbookParts, changed: Changes): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...changed]
      .filter(([part, text]) => text !== file.text(part))
      .map(([part, text]) => [part.toLowerCase(), xmlBytes(text)]),
  );
}
