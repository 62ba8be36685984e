import type { StateRow } from '../../workbook/map';
import type { FileContent } from '../../workbook/file-port';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { inWords } from '../read/unreadable';
import { openXlsx, type XlsxContent } from '../read-xlsx';
import { fileCells, type FileCells } from './file-cells';
import { stateRowsOf } from './map-of-file';

/** A file as it was when it was last read or written. */
export interface OpenedFile extends FileContent {
  readonly content: XlsxContent;
  readonly state: readonly StateRow[];
  /** Its cells, or why there is no assessment to be used. */
  readonly cells: Result<FileCells>;
}

/** Reads what a file held. Fails in words where it is no workbook that can be read. */
export function openedFile({ bytes, stamp }: FileContent, words: Words): Result<OpenedFile> {
  return inWords(words, () => {
    const content = openXlsx(bytes);
    const cells = fileCells(content, words);
    return success({ bytes, stamp, content, state: stateRowsOf(content), cells });
  });
}
