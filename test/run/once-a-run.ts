import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'node_modules/.cache/test-once';

/**
 * What takes seconds to make and is the same for every test file of a run: made by the first that asks, read by the
 * others. The run's set-up empties the folder; without jest there is no run to share with.
 */
export async function onceARun(name: string, make: () => Promise<string>): Promise<string> {
  if (process.env['JEST_WORKER_ID'] === undefined) return make();
  const file = join(FOLDER, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const made = await make();
  mkdirSync(FOLDER, { recursive: true });
  // Another worker may make it at the same time: whoever reads finds a whole one.
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, made);
  renameSync(mine, file);
  return made;
}
