/** An exact fraction of big integers. */
interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const ratio = (n: bigint, d: bigint): Ratio => {
  const factor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / factor, d: d / factor };
};

/** Rank over the rationals, by Gauss. The tests' second opinion: shares nothing with the audit. */
export function rationalRank(matrix: readonly (readonly number[])[]): number {
  let rows = matrix.map((row) => row.map((entry) => ratio(BigInt(entry), 1n)));
  let rank = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const pivot = rows.find((row) => row[column]!.n !== 0n);
    if (!pivot) continue;
    rank += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const { n, d } = row[column]!;
        const factor = ratio(n * pivot[column]!.d, d * pivot[column]!.n);
        return row.map((entry, i) => {
          const less = ratio(factor.n * pivot[i]!.n, factor.d * pivot[i]!.d);
          return ratio(entry.n * less.d - less.n * entry.d, entry.d * less.d);
        });
      });
  }
  return rank;
}

/** How many independent equations about these columns alone can be made of the rows: what leaving the columns out costs in rank. */
export const equationsAbout = (
  matrix: readonly (readonly number[])[],
  columns: ReadonlySet<number>,
): number => rationalRank(matrix) - rationalRank(matrix.map((row) => row.filter((_, i) => !columns.has(i))));

/** Every set of numbers from 0 up to `size`, the empty one left out. */
export const subsets = (size: number): readonly ReadonlySet<number>[] =>
  Array.from({ length: 2 ** size - 1 }, (_, code) => {
    const bits = code + 1;
    return new Set(Array.from({ length: size }, (__, i) => i).filter((i) => (bits >> i) % 2 === 1));
  });
