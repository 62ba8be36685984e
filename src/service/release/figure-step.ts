import type { ReleaseRules } from '../../rubric/release';
import type { Tally } from './ledger';
import { rowsOf } from './round';

/** Which items a domain has. */
export interface DomainItems {
  readonly id: string;
  readonly items: readonly string[];
}

/** Steps of published means, in hundredths. */
const STEPS = [1, 5, 10, 20, 50, 100] as const;
const COARSEST = 100;
/** Levels 0 to 5, in hundredths. */
const RANGE = 500;

/** The step of an item's mean: 0.10 below `fullRows` answers, 0.05 below 50, then 0.01. */
export const itemStep = (item: Tally['items'][string], rules: ReleaseRules): number =>
  plainStep(levelsOf(item), rules);

/**
 * The step of a domain's mean. Where every row rated every item, the mean of the domain is that of its items and says
 * nothing more. Where not, n x (domain mean) less the items' sums is about the rows that left items out, in the worst
 * case one row with all of the gaps; so one row may then move the mean by one step at most: n x step covers the scale,
 * by as much as the items with gaps weigh in the domain.
 */
export function domainStep(tally: Tally, domain: DomainItems, rules: ReleaseRules): number {
  const rows = rowsOf(tally.domains[domain.id] ?? []);
  return stepFor(rows, weightOfGaps(tally, domain, rows), rules);
}

/** The step of the composite: as for a domain, where each domain weighs the same. */
export function compositeStep(tally: Tally, domains: readonly DomainItems[], rules: ReleaseRules): number {
  const rows = rowsOf(tally.composite);
  if (rows < tally.rows) return stepFor(rows, 1, rules);
  const weights = domains.map((domain) => weightOfGaps(tally, domain, rows));
  return stepFor(rows, weights.reduce((sum, weight) => sum + weight, 0) / domains.length, rules);
}

/** The share of a domain's items that some of the rows did not rate. */
function weightOfGaps(tally: Tally, { items }: DomainItems, rows: number): number {
  const answered = items.map((id) => levelsOf(tally.items[id]));
  if (answered.every((count) => count === 0)) return 0;
  return answered.filter((count) => count !== rows).length / items.length;
}

function stepFor(rows: number, weight: number, rules: ReleaseRules): number {
  const plain = plainStep(rows, rules);
  return STEPS.find((step) => step >= plain && rows * step >= RANGE * weight) ?? COARSEST;
}

function plainStep(rows: number, { fullRows }: ReleaseRules): number {
  if (rows < fullRows) return 10;
  return rows < 50 ? 5 : 1;
}

const levelsOf = (item: Tally['items'][string] | undefined): number =>
  (item?.levels ?? []).reduce((sum, count) => sum + count, 0);
