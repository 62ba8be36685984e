import type { Release } from '../../../src/rubric/release';
import { makeRelease } from '../../../src/service/release/release-command';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import type { Row } from '../../../src/submission/row';
import { keyOf, numbers } from '../../submission/fixtures';
import { entryOf, orderFor, rowFrom } from './fixtures';

export interface LiveRow {
  readonly nullifier: string;
  revision: number;
  readonly row: Row;
}

/** A release, and the rows that held values when it was made. */
export interface Moment {
  readonly release: Release;
  readonly rows: readonly LiveRow[];
}

/**
 * A cycle's life that a seed always gives: rows come, are corrected and withdrawn, and releases are made in between,
 * where one can be made. The rows are kept here too, by plain means.
 */
export async function play(store: OperatorStore, seed: number, rounds: number): Promise<Moment[]> {
  const next = numbers(seed * 31 + 7);
  const below = (n: number) => Math.floor(next() * n);
  const live = new Map<number, LiveRow>();
  const moments: Moment[] = [];
  let count = 0;
  for (let round = 0; round < rounds; round++) {
    for (const _ of Array.from({ length: round === 0 ? 6 + below(40) : below(16) })) {
      const entry = entryOf(seed * 1000 + count);
      await store.insert(entry, null);
      live.set(count++, { nullifier: entry.nullifier, revision: 1, row: entry.row });
    }
    for (const id of [...live.keys()].filter(() => round > 0 && next() < 0.12)) {
      const held = live.get(id) as LiveRow;
      const owner = keyOf(`owner ${seed * 1000 + id}`);
      if (next() < 0.4) {
        await store.withdraw(held.nullifier, owner);
        live.delete(id);
      } else {
        const entry = { ...entryOf(seed * 1000 + id, rowFrom(seed * 1000 + id + 500 + round)), owner };
        await store.correct(entry, held.revision);
        live.set(id, { nullifier: held.nullifier, revision: held.revision + 1, row: entry.row });
      }
    }
    const made = await makeRelease(orderFor(store, { random: () => Buffer.alloc(32, round + 1) }));
    if (made.ok)
      moments.push({ release: made.value.release, rows: [...live.values()].map((row) => ({ ...row })) });
  }
  return moments;
}
