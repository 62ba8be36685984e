import type { ReleaseRules } from '../../rubric/release';

const DAY_MS = 86_400_000;

/** The first ISO day on which a cycle that closed on an ISO day may have a release (R7). */
export const firstDay = (closes: string, { leastAgeDays }: ReleaseRules): string =>
  new Date(Date.parse(closes) + leastAgeDays * DAY_MS).toISOString().slice(0, 10);
