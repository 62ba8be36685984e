import type { ReleaseFigure, ReleaseRules } from '../../rubric/release';
import type { Tally } from './ledger';
import type { Counts } from './round';
import { labelOf, meanOf, quartileOf, reachedTen, rowsOf, shareOf, toStep } from './round';
import { studentT } from './student';

/** How a figure is made: whether its group is every row, and the step of its means and margins in hundredths. */
export interface Making {
  readonly rules: ReleaseRules;
  readonly all: boolean;
  readonly step: number;
}

/** From so many answers on, a uniform figure over all rows shows its mean (R4). */
const ENOUGH_TO_HIDE_IN = 20;
/** Margins are rounded up to 0.05. */
const MARGIN_STEP = 5;
/** No answer weighs more than a quarter of a mean (R5). */
const GREATEST_WEIGHT = 25;

/** The figure of a composite or a domain: means of rows, in hundredths (R2 to R5). Fewer rows than the least throw. */
export function figureOfMeans(counts: Counts, making: Making): ReleaseFigure {
  const bins = [0, 1, 2, 3, 4].map((bin) => rowsIn(counts, 100 * bin, bin === 4 ? 500 : 100 * bin + 99));
  return figureOf(counts, bins, making.step, making);
}

/** The figure of an item. `rows`: how many rows the whole group has, of which N/A and Don't know are shares. */
export function figureOfItem(item: Tally['items'][string], rows: number, making: Making): ReleaseFigure {
  const counts = item.levels
    .map((count, level) => [100 * level, count] as const)
    .filter(([, count]) => count > 0);
  const notApplicable = reachedTen(item.notApplicable, rows);
  const unknown = reachedTen(item.unknown, rows);
  return {
    ...figureOf(counts, item.levels, 1, making),
    ...(notApplicable > 0 && { notApplicable }),
    ...(unknown > 0 && { unknown }),
  };
}

function figureOf(
  counts: Counts,
  bins: readonly number[],
  quartileStep: number,
  making: Making,
): ReleaseFigure {
  const { rules, step, all } = making;
  const rows = rowsOf(counts);
  if (rows < rules.leastRows) throw new Error(`A figure of ${rows} rows is not published`);
  if (100 > GREATEST_WEIGHT * rows) throw new Error(`One of ${rows} rows weighs too much`);
  const answers = labelOf(rows);
  const mean = toStep(meanOf(counts), step);
  if (isUniform(counts, rows, rules)) {
    return { answers, ...(all && rows >= ENOUGH_TO_HIDE_IN && { mean }), uniform: true };
  }
  const quartile = (quarter: 1 | 2 | 3) => toStep(quartileOf(counts, quarter), quartileStep);
  if (rows < rules.fullRows) return { answers, mean, median: quartile(2) };
  return {
    answers,
    mean,
    p25: quartile(1),
    median: quartile(2),
    p75: quartile(3),
    margin: marginOf(counts, rows, step),
    shares: bins.map((part) => shareOf(part, rows)),
  };
}

const rowsIn = (counts: Counts, from: number, to: number): number =>
  rowsOf(counts.filter(([value]) => value >= from && value <= to));

/** One value holds so much of the answers that the figure tells nearly everybody's (R4). */
const isUniform = (counts: Counts, rows: number, { greatestShare }: ReleaseRules): boolean =>
  counts.some(([, count]) => 100 * count > greatestShare * rows);

/** Half the 95 % interval, and what a coarse step may have moved the mean by. */
function marginOf(counts: Counts, rows: number, step: number): number {
  const { n, d } = meanOf(counts);
  const squares = counts.reduce((sum, [value, count]) => sum + count * (value - n / d) ** 2, 0);
  const half = studentT(rows - 1) * Math.sqrt(squares / (rows - 1) / rows);
  const moved = step > MARGIN_STEP ? step / 2 : 0;
  return Math.min(500, Math.ceil((half + moved) / MARGIN_STEP) * MARGIN_STEP);
}
