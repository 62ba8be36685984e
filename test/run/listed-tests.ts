import { spawnSync } from 'node:child_process';
import { relative, sep } from 'node:path';

export const JEST = 'node_modules/jest/bin/jest.js';

/** The paths of the test files that jest would run with these arguments, deep ones included. */
export function listedTests(args: readonly string[] = []): readonly string[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [JEST, '--listTests', '--testPathIgnorePatterns', '/node_modules/', ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((file) => relative(process.cwd(), file).split(sep).join('/'))
    .sort();
}

/** The test files that reach one of these modules, through whatever they import. */
export const testsReaching = (modules: readonly string[]): readonly string[] =>
  modules.length === 0 ? [] : listedTests(['--findRelatedTests', ...modules]);
