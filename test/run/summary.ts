import { readFileSync } from 'node:fs';

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/**
 * The one line that closes a test run, and whether all is well. `file` is what jest writes with `--json`. A file that
 * could not run counts as a failure; so does a skipped test, and a run without tests.
 */
export function summaryOf(file: string): { readonly line: string; readonly well: boolean } {
  const results = JSON.parse(readFileSync(file, 'utf8')) as JestResults;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return {
    line: `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    well: failed === 0 && skipped === 0 && results.numPassedTests > 0,
  };
}
