import { fileWorkbook, type FileWorkbookOptions } from '../../src/xlsx/file-workbook';
import { newWorkbook } from '../../src/xlsx/new-workbook';
import { cellAt, readXlsx } from '../../src/xlsx/read-xlsx';
import type { WorkbookPort } from '../../src/workbook/port';
import { parseAddress } from '../../src/workbook/address';
import type { Result } from '../../src/words/result';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { published, sample, vocabulary } from '../oracles/design';
import { MemoryFile } from './memory-file';

export const MAKING = { rubric: jsp, words, vocabulary, cycle: '2026', published } as const;

/** The bytes of a new workbook; made once. */
export const BLANK: Uint8Array = newWorkbook({ ...MAKING, benchmark: sample });

/** A workbook in a file in memory. */
export function openFile(bytes: Uint8Array = BLANK, change: Partial<FileWorkbookOptions> = {}) {
  const file = new MemoryFile(bytes);
  return { file, port: fileWorkbook({ ...MAKING, file, ...change }) };
}

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

export const failureCode = (result: Result<unknown>): string | null =>
  result.ok ? null : result.failure.code;

export const itemsOf = async (port: WorkbookPort) =>
  new Map(valueOf(await port.read()).rows.map((row) => [row.id, row]));

/** A cell of a workbook's bytes, such as `B7`. */
export function cellIn(bytes: Uint8Array, sheetName: string, address: string): ReturnType<typeof cellAt> {
  const sheet = valueOf(readXlsx(bytes, words)).sheets.find(({ name }) => name === sheetName);
  const place = parseAddress(address);
  if (!sheet || !place) throw new Error(`No cell ${sheetName}!${address}`);
  return cellAt(sheet, place.row, place.column);
}
