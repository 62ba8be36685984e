/** An exact non-negative ratio of integers; denominators stay far below 2^53. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

export const fraction = (n: number, d: number): Fraction | null => (d === 0 ? null : { n, d });
export const toNumber = (f: Fraction): number => f.n / f.d;

/** Integer hundredths, half away from zero, without a floating step before the rounding (1.025 is 103, not 102). */
export const toHundredths = (f: Fraction): number => Math.floor((200 * f.n + f.d) / (2 * f.d));

/** Two decimals as shown everywhere, such as "1.51". */
export const toTwoDecimals = (f: Fraction): string => {
  const h = toHundredths(f);
  return `${Math.floor(h / 100)}.${String(h % 100).padStart(2, '0')}`;
};

/** Whole percent, half away from zero. */
export const toPercent = (f: Fraction): number => Math.floor((200 * f.n + f.d) / (2 * f.d));

/** Plain mean of fractions over their exact common denominator; null for none. */
export function meanOf(fractions: readonly Fraction[]): Fraction | null {
  if (fractions.length === 0) return null;
  const d = fractions.reduce((product, f) => product * f.d, 1);
  const n = fractions.reduce((sum, f) => sum + f.n * (d / f.d), 0);
  return { n, d: d * fractions.length };
}
