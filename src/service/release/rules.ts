import type { ReleaseRules } from '../../rubric/release';

/** The disclosure rules as they come. A configuration may raise them, never lower them: `releaseRules` holds the floors. */
export const RULES: ReleaseRules = {
  leastRows: 5,
  fullRows: 10,
  leastDifference: 5,
  greatestShare: 90,
  leastAgeDays: 90,
};

const DAY = 86_400_000;

/** Whether a cycle that closed on one ISO day may have a release on another (R7). Throws on what is no day. */
export function isOldEnough(closes: string, today: string, { leastAgeDays }: ReleaseRules): boolean {
  return dayNumber(today) - dayNumber(closes) >= leastAgeDays;
}

function dayNumber(day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(time)) throw new Error(`${day} is not a day`);
  return time / DAY;
}
