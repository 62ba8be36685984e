import { openOperatorStore } from '../../../src/service/store/open-store';
import { rubric, someRow, words } from '../../submission/fixtures';
import { entryOf } from './entries';

/** Run by tests in a process of its own: keeps row after row, and prints the number of each when it is acknowledged. */
const store = await openOperatorStore({ directory: process.argv[2] ?? '' }, [rubric], words);
if (!store.ok) throw new Error(store.failure.message);
for (let number = 1; ; number += 1) {
  await store.value.insert(entryOf(number, someRow(number % 50)), null);
  process.stdout.write(`${number}\n`);
}
