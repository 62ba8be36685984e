import { allColumns } from '../../../src/service/store/columns';
import { migrate } from '../../../src/service/store/migrate';
import { makeDirectory, openSqliteEngine } from '../../../src/service/store/sqlite-engine';
import { storeOver } from '../../../src/service/store/store-over';
import { CYCLE, rubric, someRow } from '../../submission/fixtures';
import { entryOf } from './entries';

/**
 * Run in a process of its own, to be ended: keeps row after row, each by a code of its own, from the given number on,
 * and prints the number of each when it is acknowledged. `unsynced` leaves out the sync at each commit, to show that a
 * test would notice.
 */
const CODES_AT_ONCE = 500;
const [, , directory = '', from = '1', how] = process.argv;
makeDirectory(directory);
const engine = openSqliteEngine(directory, 10_000);
await migrate(engine, allColumns([rubric]));
if (how === 'unsynced') await engine.run('pragma synchronous = NORMAL');
const store = storeOver(engine, [rubric]);
for (let number = Number(from), codes = number; ; number += 1) {
  if (number === codes) {
    codes += CODES_AT_ONCE;
    const hashes = Array.from({ length: CODES_AT_ONCE }, (_, i) => `code ${number + i}`);
    await store.addCodes(CYCLE, hashes);
  }
  await store.insert(entryOf(number, someRow(number % 50)), { codeHash: `code ${number}` });
  process.stdout.write(`${number}\n`);
}
