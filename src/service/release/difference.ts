import type { Vector } from './audit';

/** What sets two versions of a group apart, in rows. */
export interface Change {
  readonly added: number;
  readonly removed: number;
}

/** Rows by atom that are in the later version only, and in the earlier only. */
export function changeBetween(rows: readonly number[], earlier: Vector, later: Vector): Change {
  const sum = (of: Vector, less: Vector) =>
    rows.reduce((total, count, i) => (of[i] === 1 && less[i] !== 1 ? total + count : total), 0);
  return { added: sum(later, earlier), removed: sum(earlier, later) };
}

/** Whether two versions of one group may both be published (R8): none or enough rows added, none or enough removed. */
export const isFarEnough = ({ added, removed }: Change, leastDifference: number): boolean =>
  [added, removed].every((rows) => rows === 0 || rows >= leastDifference);
