import { existsSync } from 'node:fs';
import { join } from 'node:path';

const LOOK_EVERY_MS = 200;
const AT_MOST_MS = 600_000;

/**
 * Whether the test command makes a build beside the tests (`TEST_BUILDS` names the folder of its marks); waits until it
 * is there. Throws where it failed: the test command has printed why.
 */
export function isBuiltBeside(build: 'sandbox' | 'production' | 'extension'): boolean {
  const marks = process.env['TEST_BUILDS'];
  if (marks === undefined) return false;
  const until = performance.now() + AT_MOST_MS;
  while (!existsSync(join(marks, `${build}.done`))) {
    if (existsSync(join(marks, `${build}.failed`))) throw new Error(`The ${build} build failed`);
    if (performance.now() > until) throw new Error(`The ${build} build does not end`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY_MS);
  }
  return true;
}
