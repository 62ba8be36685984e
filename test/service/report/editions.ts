import mdic2022 from '../../../rubric/published/mdic-2022.json';
import mdic2023 from '../../../rubric/published/mdic-2023.json';
import type { Benchmark } from '../../../src/rubric/benchmark';
import { parseBenchmark } from '../../../src/rubric/load';
import type { Edition } from '../../../src/service/report/edition';
import { jsp } from '../../load-rubric';
import { english } from '../../load-words';
import { EMPTY, FORMER, HASH, LARGE, SMALL, TINY } from './fixture-release';

const published: readonly Benchmark[] = [mdic2022, mdic2023].map((json) => {
  const parsed = parseBenchmark(json, 'published', english);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
});

const shared = { hash: HASH, published, rubric: jsp, words: english };

/** Invented editions: 17 contributors after 17, 45 after 17, seven, and too few for any figure. */
export const EDITIONS = {
  small: { ...shared, release: SMALL, former: FORMER, mode: 'blind' },
  large: { ...shared, release: LARGE, former: FORMER, mode: 'code' },
  tiny: { ...shared, release: TINY, former: null, mode: 'open' },
  empty: { ...shared, release: EMPTY, former: FORMER, mode: 'code' },
} as const satisfies Readonly<Record<string, Edition>>;
