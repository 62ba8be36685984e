import type { RawAssessment } from '../assessment/assessment';
import { addEvidenceWrites, removeEvidenceWrites } from '../workbook/evidence-writes';
import { benchmarkWrites } from '../workbook/benchmark-writes';
import type { CellWrite } from '../workbook/cell-writes';
import type { OpenFile } from '../workbook/file-port';
import { historyWrites } from '../workbook/history-writes';
import type { WorkbookPort } from '../workbook/port';
import { STATE_SHEET_NAME } from '../workbook/sheet-names';
import { storedBenchmark } from '../workbook/stored-benchmark';
import { storedSubmissions } from '../workbook/stored-submissions';
import { storedTokens } from '../workbook/stored-tokens';
import { dropSubmissionWrites, submissionWrites } from '../workbook/submission-writes';
import { tokenWrites } from '../workbook/token-writes';
import { failed, success, type Result } from '../words/result';
import { answersOnTop } from './file/answers-on-top';
import type { FileCells } from './file/file-cells';
import { fileDesk } from './file/file-desk';
import { fileKnownResults, latestDesign, type Making } from './file/file-known-results';
import { inspectFile } from './file/inspect-file';
import type { OpenedFile } from './file/opened-file';
import { placeInWords } from './file/place-in-words';
import { rawOfFile } from './file/raw-of-file';
import { verifyFile } from './file/verify-file';

export interface FileWorkbookOptions extends Making {
  readonly file: OpenFile;
  /** Gives an id to a workbook that has none, when it is first written. */
  readonly newId?: () => string;
}

/** A workbook port over a file. */
export interface FileWorkbook extends WorkbookPort {
  /** Looks whether the file is another one by now, and tells who watches; for when the user comes back from elsewhere. */
  lookAgain(): Promise<Result<void>>;
  /** Which workbook it is, as last known; null where the file does not say. */
  workbookId(): string | null;
}

/**
 * The workbook in a file that the user opened, without Excel. Every call looks at the file first, and every write goes to
 * the file at once, one after the other in the order they came: all of it or, with a failure in words, nothing. What is
 * not written stays as it is, to the byte. What somebody else saved in between stays: a write goes on top of it, or
 * fails with `cell-changed` where they gave another answer in the same cell.
 */
export function fileWorkbook(options: FileWorkbookOptions): FileWorkbook {
  const { file, words } = options;
  const designUnder = latestDesign(options);
  const desk = fileDesk({ file, words, known: fileKnownResults(options), newId: options.newId });

  const lookIn = <T>(use: (cells: FileCells) => Result<T>): Promise<Result<T>> =>
    desk.look(({ cells }) => (cells.ok ? use(cells.value) : cells));
  const write = (work: (cells: FileCells) => Result<readonly CellWrite[]>): Promise<Result<void>> =>
    desk.change((cells) => {
      const writes = work(cells);
      return writes.ok ? success({ writes: writes.value, value: undefined }) : writes;
    });
  /** Of what is kept in the state sheet, which somebody may have deleted. */
  const keep = (work: (cells: FileCells) => Result<readonly CellWrite[]>): Promise<Result<void>> =>
    write((cells) =>
      cells.map.sheets.state === null
        ? failed('sheet-gone', words('workbook.sheetGone', { sheet: STATE_SHEET_NAME }))
        : work(cells),
    );
  const refuse = <T>(code: string, message: string): Promise<Result<T>> =>
    Promise.resolve(failed(code, message));

  return {
    inspect: () => desk.look(inspectFile),
    insert: () => refuse('no-excel', words('file.noInsert')),
    read: (): Promise<Result<RawAssessment>> => lookIn((cells) => success(rawOfFile(cells))),
    write: answersOnTop(desk, words),
    addEvidence: (evidence) =>
      desk.change((cells) => {
        const added = addEvidenceWrites(cells, evidence, words);
        return added.ok ? success({ writes: added.value.writes, value: added.value.saved }) : added;
      }),
    removeEvidence: (line) => write((cells) => removeEvidenceWrites(cells, line, words)),
    watchAnswers: (onChange) =>
      lookIn(() => {
        const stop = desk.watch(onChange);
        return success(() => {
          stop();
          return Promise.resolve();
        });
      }),
    // Nobody selects a row in a file.
    watchSelection: () => Promise.resolve(success(() => Promise.resolve())),
    follow: () => Promise.resolve(success(undefined)),
    // Nobody edits a cell in a file: it answers at once, or not at all.
    watchWaiting: () => () => undefined,
    goTo: (place) =>
      lookIn((cells) => {
        const found = placeInWords(cells, place, words);
        return found.ok ? failed('no-excel', words('file.notShown', { place: found.value })) : found;
      }),
    verify: () => desk.look((opened: OpenedFile) => verifyFile(opened, options, designUnder)),
    repair: () => refuse('no-excel', words('file.noRepair')),
    submissions: () => lookIn(({ state }) => storedSubmissions(state, words)),
    saveSubmission: (record, seen) => keep((cells) => submissionWrites(cells, record, words, seen)),
    dropSubmission: (record) => keep((cells) => dropSubmissionWrites(cells, record, words)),
    tokens: () => lookIn(({ state }) => storedTokens(state, words)),
    saveToken: (token) => keep((cells) => tokenWrites(cells, token, words)),
    saveBenchmark: (benchmark, fetched) =>
      keep((cells) => benchmarkWrites(cells, { benchmark, fetched }, words)),
    benchmark: () => lookIn(({ state }) => storedBenchmark(state, words)),
    saveSnapshot: (snapshot) => write((cells) => historyWrites(cells, snapshot, words)),
    workbookId: () => desk.workbookId(),
    lookAgain: () => desk.look(() => success(undefined)),
  };
}

/** Opens a file as a workbook; fails in words where it cannot be read or holds no assessment of ours. */
export async function openAssessment(options: FileWorkbookOptions): Promise<Result<FileWorkbook>> {
  const workbook = fileWorkbook(options);
  const inspected = await workbook.inspect();
  if (!inspected.ok) return inspected;
  const { name } = options.file;
  return inspected.value.kind === 'none'
    ? failed('not-ours', options.words('file.notOurs', { name }))
    : success(workbook);
}
