import type { CellWrite } from '../../workbook/cell-writes';
import type { KnownResult } from '../../workbook/known-result';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { refuseCompoundFile } from '../read/compound-file';
import { toFailure, Unreadable } from '../read/unreadable';
import { affectedSheets } from './affected-sheets';
import { withFullCalculation } from './calculation';
import { formulaCells } from './formula-cells';
import { growTables } from './grow-tables';
import { rewriteZip } from './rewrite-zip';
import { type SheetValues, valuesBySheet } from './sheet-values';
import { readTable, type Table } from './table';
import { refusal, Unpatchable } from './unpatchable';
import { openWorkbook, type WorkbookParts, type WorksheetPart } from './workbook-parts';
import { writeCells } from './write-cells';
import { writeResults } from './write-results';

/** What to change in a workbook file. Numbers are written as they are: serials of dates are those of the file's own date system. */
export interface XlsxPatch {
  readonly writes: readonly CellWrite[];
  readonly known: readonly KnownResult[];
}

/**
 * The .xlsx file with the patch in it (ISO/IEC 29500-1). Only the worksheets change that are written to or whose
 * formulas may depend on one of them, tables that take in a row written below them, and the workbook part, which orders
 * a full calculation; every other member of the archive stays as it is, to the byte. Stored results of formulas in those
 * sheets are dropped unless known, since LibreOffice and previews would show the old ones. Where nothing changes, the
 * bytes are the same. Fails in words, having written nothing, where the file cannot be read or must not be changed. A
 * sheet that is not there is a bug and throws.
 */
export function patchXlsx(bytes: Uint8Array, patch: XlsxPatch, words: Words): Result<Uint8Array> {
  if (patch.writes.every(({ values }) => values.every((row) => row.length === 0))) return success(bytes);
  try {
    refuseCompoundFile(bytes);
    return success(patched(bytes, patch));
  } catch (error) {
    if (error instanceof Unreadable) return toFailure(error, words);
    if (error instanceof Unpatchable) return refusal(error, words);
    throw error;
  }
}

function patched(bytes: Uint8Array, { writes, known }: XlsxPatch): Uint8Array {
  const file = openWorkbook(bytes);
  const sheets = file.sheets.map((sheet) => ({ ...sheet, tables: tablesOf(file, sheet) }));
  const changed = new Map<string, string>();
  for (const [name, values] of valuesBySheet(writes))
    writeSheet(sheetNamed(sheets, name), values, changed, file);
  if (changed.size === 0) return bytes;
  writeKnownResults(sheets, known, changed, file);
  changed.set(file.path, withFullCalculation(file.text(file.path), file.path));
  return rewriteZip(bytes, encoded(file, changed));
}

interface Sheet extends WorksheetPart {
  readonly tables: readonly Table[];
}

/** New text of parts by their paths. */
type Changes = Map<string, string>;

const tablesOf = (file: WorkbookParts, { part }: WorksheetPart): readonly Table[] =>
  file.tables(part).map((path) => readTable(file.text(path), path));

/** Excel compares sheet names without letter case. */
function sheetNamed(sheets: readonly Sheet[], wanted: string): Sheet {
  const sheet = sheets.find(({ name }) => name.toLowerCase() === wanted);
  if (!sheet) throw new Error(`The workbook has no worksheet "${wanted}" to write to`);
  const { part } = sheet;
  if (sheets.some((other) => other !== sheet && other.part === part))
    throw new Unpatchable('unusual', { part });
  return sheet;
}

function writeSheet(
  { name, part, tables }: Sheet,
  values: SheetValues,
  changed: Changes,
  file: WorkbookParts,
): void {
  const sheet = { name, part, xml: file.text(part) };
  const written = writeCells(sheet, values);
  if (written === sheet.xml) return;
  changed.set(part, written);
  for (const [table, text] of growTables(sheet, values, tables)) changed.set(table, text);
}

/** In every sheet that a change may reach. */
function writeKnownResults(
  sheets: readonly Sheet[],
  known: readonly KnownResult[],
  changed: Changes,
  file: WorkbookParts,
): void {
  const texts = sheets.map(({ name, part, tables }) => {
    const xml = changed.get(part) ?? file.text(part);
    return { name, part, tables, xml, formulas: formulaCells(xml, part) };
  });
  const affected = affectedSheets(
    {
      sheets: texts.map(({ name, formulas }) => ({ name, formulas: formulas.texts })),
      names: file.names,
      tables: texts.flatMap(({ name: sheet, tables }) =>
        tables.flatMap(({ names }) => names.map((name) => ({ name, sheet }))),
      ),
    },
    texts.filter(({ part }) => changed.has(part)).map(({ name }) => name),
  );
  for (const { name, part, xml, formulas } of texts) {
    if (!affected.has(name.toLowerCase())) continue;
    const here = known.filter(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
    changed.set(part, writeResults(xml, formulas.cells, here));
  }
}

/** Those parts that did come out as another text, by their paths in lower case. */
function encoded(file: WorkbookParts, changed: Changes): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  return new Map(
    [...changed]
      .filter(([part, text]) => text !== file.text(part))
      .map(([part, text]) => [part.toLowerCase(), encoder.encode(text)]),
  );
}
