import { openOperatorStore } from '../../src/service/store/open-store';
import { CYCLE, keyOf, rubric, someRow, words } from '../submission/fixtures';
import { hashOf } from '../service/store/entries';

/**
 * Run by `power-cut.py`: looks at the store that `writing-child.ts` filled with the rows FIRST to LAST at least, and
 * prints what it found. `lost`: rows of these that are not there; `torn`: rows that are not whole or not of their code.
 */
const [, , directory = '', last = '0', first = '1'] = process.argv;
const store = await openOperatorStore({ directory }, [rubric], words);
if (!store.ok) throw new Error(store.failure.message);
const kept = new Map<string, string>();
let torn = 0;
for await (const { nullifier, rowHash, row } of store.value.rows(CYCLE, rubric.id)) {
  kept.set(nullifier, rowHash);
  if (hashOf(row) !== rowHash) torn += 1;
}
let number = Number(first);
let lost = 0;
for (; number <= Number(last) || kept.has(keyOf(number)); number += 1) {
  const hash = kept.get(keyOf(number));
  if (hash === undefined) lost += 1;
  else if (hash !== hashOf(someRow(number % 50))) torn += 1;
}
const { spent } = await store.value.codes(CYCLE);
torn += Math.abs(spent - kept.size);
const { engine, durable, damage } = await store.value.examine();
await store.value.close();
process.stdout.write(
  `${JSON.stringify({ rows: kept.size, next: number, lost, torn, engine, durable, damage })}\n`,
);
