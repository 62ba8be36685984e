import { success } from '../words/result';
import type { Words } from '../words/words';
import type { WorkbookPort } from '../workbook/port';
import { answerReader, rawAssessment } from './answer-block';
import type { Supports } from './draw-workbook';
import { serialExcelRun } from './excel-run';
import { goTo } from './go-to';
import { inspectWorkbook, insertWorkbook, type DesignFor } from './insert-workbook';
import { openWorkbook } from './open-workbook';
import { selectedItem } from './selected-item';
import { watchAnswers, type Schedule } from './watch-answers';
import { watchSelection } from './watch-selection';
import { writeChanges } from './write-answers';

export interface ExcelWorkbookOptions {
  /** The design under the given sheet names: free ones for a new workbook, the current ones to verify and repair. */
  readonly design: DesignFor;
  readonly words: Words;
  /** How long changes are gathered before a watcher is called. */
  readonly debounceMs: number;
  /** Whether this Excel has a version of the ExcelApi set, such as `1.10`. The code needs 1.9 and asks for anything newer. */
  readonly supports: Supports;
  readonly schedule: Schedule;
}

/** The workbook that is open in Excel, through Office.js. Calls are done one after the other, in the order they came. */
export function excelWorkbook(options: ExcelWorkbookOptions): WorkbookPort {
  const { design, words, debounceMs, supports, schedule } = options;
  const run = serialExcelRun(words);
  const readBlock = answerReader(words);
  return {
    inspect: () => run((context) => inspectWorkbook(context, words)),
    insert: (onProgress) =>
      run((context) => insertWorkbook(context, words, design, { supports, onProgress })),
    read: () =>
      run(async (context) => {
        const block = await readBlock(context);
        return block.ok ? success(rawAssessment(block.value)) : block;
      }),
    write: (changes) =>
      run(async (context) => {
        const block = await readBlock(context);
        if (!block.ok) return block;
        const written = writeChanges(context, block.value, changes, words);
        if (!written.ok) return written;
        await context.sync();
        return success(undefined);
      }),
    watchAnswers: (onChange) =>
      run(async (context) => {
        const opened = await openWorkbook(context, words);
        return opened.ok ? watchAnswers(context, opened.value.map, onChange, debounceMs, schedule) : opened;
      }),
    watchSelection: (onSelect) =>
      run((context) => {
        const look = () => run((later) => selectedItem(later, words));
        return watchSelection(context, look, onSelect, debounceMs, schedule);
      }),
    goTo: (place) =>
      run(async (context) => {
        const block = await readBlock(context);
        return block.ok ? goTo(context, block.value, place, words) : block;
      }),
    // Loaded when asked for, as the records below: the first screen needs none of it.
    verify: () =>
      run(async (context) => {
        const { verifyWorkbook } = await import('./verify-workbook');
        return verifyWorkbook(context, words, design);
      }),
    repair: (findings) =>
      run(async (context) => {
        const { repairWorkbook } = await import('./repair-workbook');
        return repairWorkbook(context, findings, words, design, supports);
      }),
    submissions: () =>
      run(async (context) => {
        const { storedSubmissions } = await import('./submissions');
        const opened = await openWorkbook(context, words);
        return opened.ok ? storedSubmissions(opened.value.state, words) : opened;
      }),
    saveSubmission: (record) =>
      run(async (context) => (await records()).saveSubmission(context, record, words)),
    tokens: () =>
      run(async (context) => {
        const { storedTokens } = await import('./tokens');
        const opened = await openWorkbook(context, words);
        return opened.ok ? storedTokens(opened.value.state, words) : opened;
      }),
    saveToken: (token) => run(async (context) => (await import('./tokens')).saveToken(context, token, words)),
    saveBenchmark: (benchmark, fetched) =>
      run(async (context) => (await records()).saveBenchmark(context, { benchmark, fetched }, words)),
    benchmark: () =>
      run(async (context) => {
        const { benchmarkOf } = await import('./benchmark-cells');
        const opened = await openWorkbook(context, words);
        return opened.ok ? benchmarkOf(opened.value.state, words) : opened;
      }),
    saveSnapshot: (snapshot) =>
      run(async (context) => (await records()).saveSnapshot(context, snapshot, words)),
  };
}

const records = () => import('./records');
