import type { CellWrite } from '../../workbook/cell-writes';
import type { KnownResult } from '../../workbook/known-result';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { refuseCompoundFile } from '../read/compound-file';
import { toFailure, Unreadable } from '../read/unreadable';
import { affectedSheets } from './affected-sheets';
import { withFullCalculation } from './calculation';
import type { CellValue } from './cell-xml';
import { formulaCells } from './formula-cells';
import { rewriteZip } from './rewrite-zip';
import { refusal, Unpatchable } from './unpatchable';
import { openWorkbook, type WorkbookParts } from './workbook-parts';
import { writeCells } from './write-cells';
import { writeResults } from './write-results';

/** What to change in a workbook file. Numbers are written as they are: serials of dates are those of the file's own date system. */
export interface XlsxPatch {
  readonly writes: readonly CellWrite[];
  readonly known: readonly KnownResult[];
}

/**
 * The .xlsx file with the patch in it (ISO/IEC 29500-1). Only the worksheets that are written to or whose formulas may
 * depend on one of them change, and the workbook part, which orders a full calculation; every other member of the
 * archive stays as it is, to the byte. Stored results of formulas in those sheets are dropped unless known: LibreOffice
 * and previews would show the old ones. Nothing to write gives the same bytes. Fails in words, having written nothing,
 * where the file cannot be read or must not be changed. A sheet that is not there is a bug and throws.
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
  const workbook = openWorkbook(bytes);
  const written = writtenSheets(workbook, writes);
  if (written.size === 0) return bytes;
  const texts = new Map([...written, ...writtenResults(workbook, written, known)]);
  texts.set(workbook.path, withFullCalculation(workbook.text(workbook.path), workbook.path));
  const encoder = new TextEncoder();
  const contents = [...texts].filter(([part, text]) => text !== workbook.text(part));
  return rewriteZip(
    bytes,
    new Map(contents.map(([part, text]) => [part.toLowerCase(), encoder.encode(text)])),
  );
}

/** Changed worksheets by their paths, with their new text. */
type ChangedParts = ReadonlyMap<string, string>;

function writtenSheets(workbook: WorkbookParts, writes: readonly CellWrite[]): ChangedParts {
  const changed = new Map<string, string>();
  for (const [wanted, values] of valuesBySheet(writes)) {
    const sheet = workbook.sheets.find(({ name }) => name.toLowerCase() === wanted);
    if (!sheet) throw new Error(`The workbook has no worksheet "${wanted}" to write to`);
    const { name, part } = sheet;
    if (workbook.sheets.filter((other) => other.part === part).length > 1) {
      throw new Unpatchable('unusual', { part });
    }
    const before = workbook.text(part);
    const after = writeCells({ name, part, xml: before }, values);
    if (after !== before) changed.set(part, after);
  }
  return changed;
}

/** Excel compares sheet names without letter case. Of two writes to a cell the later one counts. */
function valuesBySheet(writes: readonly CellWrite[]): Map<string, Map<number, Map<number, CellValue>>> {
  const sheets = new Map<string, Map<number, Map<number, CellValue>>>();
  for (const { sheet, row, column, values } of writes) {
    const rows = sheets.get(sheet.toLowerCase()) ?? new Map<number, Map<number, CellValue>>();
    sheets.set(sheet.toLowerCase(), rows);
    values.forEach((line, i) => {
      const cells = rows.get(row + i) ?? new Map<number, CellValue>();
      rows.set(row + i, cells);
      line.forEach((value, j) => cells.set(column + j, value));
    });
  }
  return sheets;
}

function writtenResults(
  workbook: WorkbookParts,
  written: ChangedParts,
  known: readonly KnownResult[],
): ChangedParts {
  const sheets = workbook.sheets.map(({ name, part }) => {
    const xml = written.get(part) ?? workbook.text(part);
    return { name, part, xml, formulas: formulaCells(xml, part) };
  });
  const affected = affectedSheets(
    {
      sheets: sheets.map(({ name, formulas }) => ({ name, formulas: formulas.texts })),
      names: workbook.names,
      tables: [],
    },
    sheets.filter(({ part }) => written.has(part)).map(({ name }) => name),
  );
  const concerned = sheets.filter(({ name }) => affected.has(name.toLowerCase()));
  return new Map(
    concerned.map(({ name, part, xml, formulas }) => {
      const here = known.filter(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
      return [part, writeResults(xml, formulas.cells, here)];
    }),
  );
}
