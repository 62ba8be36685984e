import { canonicalJson } from '../../src/submission/canonical';
import type { Entry } from '../../src/service/store/store';
import { keyOf, sha256, someRow } from '../submission/fixtures';

/** A valid row as it is kept, and as it is sent. */
export interface PreparedRow extends Entry {
  readonly bytes: string;
}

const DIFFERENT = 500;

/** So many rows under keys that no other call gives: a few hundred different ones, again and again. */
export function preparedRows(name: string, count: number): readonly PreparedRow[] {
  return Array.from({ length: count }, (_, i) => ({
    ...different[i % DIFFERENT]!,
    nullifier: keyOf(`${name} ${i}`),
  }));
}

const different = Array.from({ length: DIFFERENT }, (_, i) => {
  const row = someRow(i);
  const bytes = canonicalJson(row);
  return { row, bytes, rowHash: sha256(bytes).toString('hex'), owner: null };
});
