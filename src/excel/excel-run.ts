import type { Result } from '../words/result';
import type { Words } from '../words/words';
import type { Supports } from './draw-workbook';
import { officeCode, officeFailure } from './office-failure';
import { refusedSheets } from './touched-sheets';

/** What a person undoes in one step: all that a batch wrote, or what each of its syncs wrote. */
export type UndoSteps = 'one' | 'each-sync';

/** Runs one batch in Excel and gives its result, or Excel's refusal in words. */
export type ExcelRun = <T>(
  batch: (context: Excel.RequestContext) => Promise<Result<T>>,
  undo?: UndoSteps,
) => Promise<Result<T>>;

/**
 * One `Excel.run` at a time, in the order asked for, so that writes and reads never interleave. A cell that is being
 * edited is waited for (`delayForCellEdit`, ExcelApi 1.4).
 *
 * With `one`, and where this Excel has ExcelApi 1.20, all syncs of the run are one undo step (`mergeUndoGroup`). Excel
 * refuses a group with a call that it cannot undo, such as taking off a sheet's protection (Microsoft, "Undo support with
 * the Excel JavaScript API"): such a batch runs again without a group. So its first write has to be that call: nothing was
 * written before it.
 */
export function serialExcelRun(words: Words, supports: Supports): ExcelRun {
  let last: Promise<unknown> = Promise.resolve();
  return (batch, undo = 'each-sync') => {
    const run = async () => {
      let used: Excel.RequestContext | null = null;
      const noted = (context: Excel.RequestContext) => batch((used = context));
      try {
        if (undo === 'each-sync' || !supports('1.20')) return await Excel.run(WAIT, noted);
        return await Excel.run({ ...WAIT, mergeUndoGroup: true }, noted).catch((error: unknown) => {
          if (officeCode(error) !== 'UndoNotSupported') throw error;
          return Excel.run(WAIT, noted);
        });
      } catch (error) {
        return officeFailure(error, words, refusedSheets(used));
      }
    };
    // Whoever asked for the last run sees how it ended; the next one only waits for its end.
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

const WAIT: Excel.RunOptions = { delayForCellEdit: true };
