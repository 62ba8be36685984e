import type { RawAssessment } from '../assessment/assessment';
import type { StateRow, WorkbookMap } from '../workbook/map';
import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { fileCells } from './file/file-cells';
import { rawOfFile } from './file/raw-of-file';
import type { Inflate } from './read/zip';
import { inWords } from './read/unreadable';
import { openXlsx } from './read-xlsx';

/** What a workbook file says about answers, and where it says it. */
export interface AssessmentFile {
  readonly map: WorkbookMap;
  /** The rows of the state sheet, among them stored submissions. */
  readonly state: readonly StateRow[];
  readonly raw: RawAssessment;
}

/**
 * Reads the answers of an .xlsx file, wherever its columns and sheets went since it was made. Fails in words where the
 * file cannot be read or holds no assessment of ours. `inflate` is as `readXlsx` takes it.
 */
export function readAssessmentFile(
  bytes: Uint8Array,
  words: Words,
  inflate?: Inflate,
): Result<AssessmentFile> {
  return inWords(words, () => {
    const cells = fileCells(openXlsx(bytes, inflate), words);
    if (!cells.ok) return cells;
    const { map, state } = cells.value;
    return success({ map, state, raw: rawOfFile(cells.value) });
  });
}
