import type { Rubric } from '../rubric/schema';
import { type Fraction, toHundredths, toPercent } from '../scoring/fraction';
import type { Scores } from '../scoring/scores';
import type { Snapshot } from './snapshot';

/** The line that the history sheet keeps of these scores. `day` is an ISO day. */
export function takeSnapshot({ domains, overall }: Scores, rubric: Rubric, day: string): Snapshot {
  const { composite, mean, level, coverage } = overall;
  return {
    day,
    rubric: `${rubric.id} ${rubric.version}`,
    composite: composite === 'open' ? 'open' : hundredths(composite),
    itemMean: hundredths(mean),
    level,
    coverage: coverage === null ? null : toPercent(coverage),
    domains: Object.fromEntries([...domains].map(([id, measures]) => [id, hundredths(measures.mean)])),
  };
}

const hundredths = (value: Fraction | null): number | null => (value === null ? null : toHundredths(value));
