import type { Equation } from './equations';

/** What is known of a level before anything is published, in hundredths. */
const SPREAD = 120;

/** Half a step of a mean of so many answers, as it is published. */
const stepOf = (answers: number): number => (answers < 10 ? 10 : answers < 50 ? 5 : 1);

/**
 * The best linear guess of every row's value from all published means (least squares with what rounding may have done,
 * around what everybody would guess): hundredths, by row.
 */
export function guess(equations: readonly Equation[], middle: number): readonly number[] {
  const known = equations.filter(({ mean }) => mean !== undefined);
  const variance = SPREAD ** 2;
  const gram = known.map((one) =>
    known.map((other) => {
      const shared = one.members.reduce((sum, is, row) => sum + is * other.members[row]!, 0);
      return variance * shared + (one === other ? (one.answers * stepOf(one.answers)) ** 2 / 12 : 0);
    }),
  );
  const surprise = known.map(({ answers, mean }) => answers * (mean! - middle));
  const weights = solve(gram, surprise);
  return (known[0]?.members ?? []).map(
    (_, row) =>
      middle + variance * known.reduce((sum, { members }, e) => sum + members[row]! * weights[e]!, 0),
  );
}

/** Gauss with pivoting; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let i = column + 1; i < n; i += 1) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[best]![column]!)) best = i;
    }
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!;
    for (let i = 0; i < n; i += 1) {
      if (i === column || rows[i]![column] === 0) continue;
      const factor = rows[i]![column]! / pivot[column]!;
      for (let j = column; j <= n; j += 1) rows[i]![j] = rows[i]![j]! - factor * pivot[j]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}
