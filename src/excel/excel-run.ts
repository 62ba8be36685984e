import type { Result } from '../words/result';
import type { Words } from '../words/words';
import { officeFailure } from './office-failure';

/** Runs one batch in Excel and gives its result, or Excel's refusal in words. */
export type ExcelRun = <T>(
  batch: (context: Excel.RequestContext) => Promise<Result<T>>,
) => Promise<Result<T>>;

/**
 * One `Excel.run` at a time, in the order asked for, so that writes and reads never interleave. A cell that is being
 * edited is waited for (`delayForCellEdit`, ExcelApi 1.4).
 */
export function serialExcelRun(words: Words): ExcelRun {
  let last: Promise<unknown> = Promise.resolve();
  return (batch) => {
    const run = async () => {
      try {
        return await Excel.run({ delayForCellEdit: true }, batch);
      } catch (error) {
        return officeFailure(error, words);
      }
    };
    // Whoever asked for the last run sees how it ended; the next one only waits for its end.
    const next = last.then(run, run);
    last = next;
    return next;
  };
}
