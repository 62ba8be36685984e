import type { Fraction } from '../scoring/fraction';
import { toHundredths } from '../scoring/fraction';
import type { Scores } from '../scoring/scores';
import type { Row } from './row';

/** The scores of a row, in integer hundredths: written by the contributor, computed again and compared by the service. */
export function rowScores(scores: Scores): Pick<Row, 'domains' | 'overall'> {
  const { composite, mean, level } = scores.overall;
  const domains = [...scores.domains].map(([id, domain]) => [
    id,
    { mean: hundredthsOf(domain.mean), level: domain.level },
  ]);
  return {
    domains: Object.fromEntries(domains) as Row['domains'],
    overall: {
      composite: composite === 'open' ? 'open' : hundredthsOf(composite),
      itemMean: hundredthsOf(mean),
      level,
    },
  };
}

const hundredthsOf = (mean: Fraction | null): number | null => (mean === null ? null : toHundredths(mean));
