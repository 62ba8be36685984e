import type { RawAssessment } from '../assessment/assessment';
import { success } from '../words/result';
import type { Words } from '../words/words';
import { answerWrites } from '../workbook/answer-writes';
import type { WorkbookPort } from '../workbook/port';
import { rawAssessmentOf } from '../workbook/raw-assessment';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { answerReader } from './answer-block';
import type { Supports } from './draw-workbook';
import { serialExcelRun, type ExcelRun } from './excel-run';
import { follow, goTo } from './go-to';
import { inspectWorkbook, insertWorkbook, type DesignFor } from './insert-workbook';
import { openWorkbook } from './open-workbook';
import { selectedItem } from './selected-item';
import { watchAnswers, type Schedule } from './watch-answers';
import { watchSelection } from './watch-selection';
import { writeCells } from './write-cells';

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
  const run = serialExcelRun(words, supports);
  const runAsOneUndo: ExcelRun = (batch) => run(batch, 'one');
  const readCells = answerReader(words);
  return {
    inspect: () => run((context) => inspectWorkbook(context, words)),
    insert: (onProgress) =>
      run((context) => insertWorkbook(context, words, design, { supports, onProgress })),
    read: () =>
      run(async (context) => {
        const cells = await readCells(context);
        return cells.ok ? success(rawOf(cells.value)) : cells;
      }),
    write: (changes) =>
      runAsOneUndo(async (context) => {
        const cells = await readCells(context);
        if (!cells.ok) return cells;
        const writes = answerWrites(cells.value, changes, words);
        if (!writes.ok) return writes;
        writeCells(context, writes.value);
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
        const cells = await readCells(context);
        return cells.ok ? goTo(context, cells.value, place, words) : cells;
      }),
    follow: (item) =>
      run(async (context) => {
        const cells = await readCells(context);
        return cells.ok ? follow(context, cells.value, item, words) : cells;
      }),
    // Loaded when asked for, as what follows: the first screen needs none of it.
    addEvidence: (evidence) =>
      runAsOneUndo(async (context) => (await import('./evidence')).addEvidence(context, evidence, words)),
    removeEvidence: (line) =>
      runAsOneUndo(async (context) => (await import('./evidence')).removeEvidence(context, line, words)),
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
    sortRows: (order) =>
      run(async (context) => {
        const { sortRows } = await import('./sort-rows');
        return sortRows(context, order, words);
      }),
    submissions: () =>
      run(async (context) => {
        const { storedSubmissions } = await import('../workbook/stored-submissions');
        const opened = await openWorkbook(context, words);
        return opened.ok ? storedSubmissions(opened.value.state, words) : opened;
      }),
    saveSubmission: (record, seen) =>
      runAsOneUndo(async (context) => (await records()).saveSubmission(context, record, words, seen)),
    dropSubmission: (record) =>
      runAsOneUndo(async (context) => (await records()).dropSubmission(context, record, words)),
    tokens: () =>
      run(async (context) => {
        const { storedTokens } = await import('../workbook/stored-tokens');
        const opened = await openWorkbook(context, words);
        return opened.ok ? storedTokens(opened.value.state, words) : opened;
      }),
    saveToken: (token) => runAsOneUndo(async (context) => (await records()).saveToken(context, token, words)),
    saveBenchmark: (benchmark, fetched) =>
      run(async (context) => (await records()).saveBenchmark(context, { benchmark, fetched }, words)),
    benchmark: () =>
      run(async (context) => {
        const { storedBenchmark } = await import('../workbook/stored-benchmark');
        const opened = await openWorkbook(context, words);
        return opened.ok ? storedBenchmark(opened.value.state, words) : opened;
      }),
    saveSnapshot: (snapshot) =>
      runAsOneUndo(async (context) => (await records()).saveSnapshot(context, snapshot, words)),
  };
}

function rawOf({ map, cell, end, state }: WorkbookCells): RawAssessment {
  const endOf = (name: string | null) => (name === null ? null : end(name));
  const { assessment, evidence } = map.sheets;
  return rawAssessmentOf(map, cell, endOf(assessment) ?? 0, endOf(evidence), state);
}

const records = () => import('./records');
