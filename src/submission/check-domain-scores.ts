import type { DomainId, Rubric } from '../rubric/schema';
import { toHundredths } from '../scoring/fraction';
import type { Level } from '../scoring/answer';
import { stagedOverall } from '../scoring/measure';
import type { Row } from './row';
import type { Words } from '../words/words';
import type { RowFault } from './row-fault';

type DomainScore = Row['domains'][string];

/**
 * A row without items cannot be computed again; it must at least be one that some set of answers gives, as far as
 * its rounded numbers tell. `row.domains` holds exactly the rubric's domains. The first fault, or null.
 */
export function checkDomainScores(row: Row, rubric: Rubric, words: Words): RowFault | null {
  const detail = words('service.impossibleScore');
  const fault = (pointer: string): RowFault => ({ code: 'wrong-scores', pointer, detail });
  for (const [id, domain] of Object.entries(row.domains)) {
    if (!isPossible(domain, itemCount(rubric, id))) return fault(`/domains/${id}/mean`);
  }
  const domains = Object.values(row.domains);
  if (row.overall.level !== overallLevel(domains)) return fault('/overall/level');
  if (!compositeFits(row.overall.composite, domains)) return fault('/overall/composite');
  if (!itemMeanFits(row.overall.itemMean, domains)) return fault('/overall/itemMean');
  return null;
}

const itemCount = (rubric: Rubric, id: DomainId): number =>
  rubric.items.filter(({ domain }) => domain === id).length;

/**
 * Whether some answers to `items` items have this mean and level. No level: nothing is applicable. Open: at least one
 * applicable item is not rated. A level: all applicable items are rated, and the least of them is at it.
 */
function isPossible({ mean, level }: DomainScore, items: number): boolean {
  if (level === null) return mean === null;
  if (level === 'open') return mean === null || isMeanOf(mean, items - 1, 0, null);
  return mean !== null && isMeanOf(mean, items, level, level);
}

/** Whether `mean` (hundredths) is that of 1 to `most` levels, none under `least`, and one at `floor` where that is given. */
function isMeanOf(mean: number, most: number, least: number, floor: number | null): boolean {
  for (let rated = 1; rated <= most; rated += 1) {
    const greatest = floor === null ? 5 * rated : floor + 5 * (rated - 1);
    for (let sum = least * rated; sum <= greatest; sum += 1) {
      if (toHundredths({ n: sum, d: rated }) === mean) return true;
    }
  }
  return false;
}

const overallLevel = (domains: readonly DomainScore[]) =>
  stagedOverall(domains.map(({ level }) => ({ level: level as Level | 'open' | null })));

/** Each domain mean, and the composite itself, is rounded by at most half a hundredth: together at most one. */
function compositeFits(composite: Row['overall']['composite'], domains: readonly DomainScore[]): boolean {
  const applicable = domains.filter(({ level }) => level !== null);
  const means = meansOf(applicable);
  if (means.length < applicable.length) return composite === 'open';
  if (means.length === 0) return composite === null;
  const plain = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  return typeof composite === 'number' && Math.abs(composite - plain) <= 1;
}

/** The mean over all items lies between the least and the greatest domain mean; rounding keeps the order. */
function itemMeanFits(itemMean: number | null, domains: readonly DomainScore[]): boolean {
  const means = meansOf(domains);
  if (means.length === 0) return itemMean === null;
  return itemMean !== null && Math.min(...means) <= itemMean && itemMean <= Math.max(...means);
}

const meansOf = (domains: readonly DomainScore[]): number[] =>
  domains.map(({ mean }) => mean).filter((mean) => mean !== null);
