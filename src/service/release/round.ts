import type { Fraction } from '../../scoring/fraction';

/** Rows by value, by rising value; values are hundredths. */
export type Counts = readonly (readonly [value: number, rows: number])[];

/** A fraction of hundredths to a whole multiple of `step` hundredths, half away from zero, exactly. */
export const toStep = ({ n, d }: Fraction, step: number): number =>
  Math.floor((2 * n + d * step) / (2 * d * step)) * step;

/** How many rows stand behind a figure, as it is published (R2): `5-9`, or a multiple of 5 and more. */
export const labelOf = (rows: number): string => (rows < 10 ? '5-9' : `${rows - (rows % 5)}+`);

/** Percent to the nearest 5 (R3), half up. */
export const shareOf = (part: number, whole: number): number => toStep({ n: 100 * part, d: whole }, 5);

/** The multiple of 10 that a percentage reaches (R2: N/A and Don't know are never counted out). */
export const reachedTen = (part: number, whole: number): number => Math.floor((10 * part) / whole) * 10;

export const rowsOf = (counts: Counts): number => counts.reduce((sum, [, rows]) => sum + rows, 0);

export const meanOf = (counts: Counts): Fraction => ({
  n: counts.reduce((sum, [value, rows]) => sum + value * rows, 0),
  d: rowsOf(counts),
});

/** A quartile (1, 2 or 3) of type 7 (Hyndman and Fan), which is what `percentile_cont` of SQL gives. */
export function quartileOf(counts: Counts, quarter: 1 | 2 | 3): Fraction {
  const place = (rowsOf(counts) - 1) * quarter;
  const below = Math.floor(place / 4);
  const past = place % 4;
  const low = valueAt(counts, below);
  const high = past === 0 ? low : valueAt(counts, below + 1);
  return { n: low * (4 - past) + high * past, d: 4 };
}

function valueAt(counts: Counts, index: number): number {
  let seen = 0;
  for (const [value, rows] of counts) {
    seen += rows;
    if (index < seen) return value;
  }
  throw new Error(`There is no value ${index} among ${seen}`);
}
