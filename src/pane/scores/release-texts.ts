import type { BenchmarkTexts } from '../../rubric/benchmark-of';
import type { Release } from '../../rubric/release';
import type { Words } from '../../words/words';

/** The source's text has to fit 400 characters beside a key id and a hash (`benchmarkSchema`). */
const ENDPOINT_AT_MOST = 100;

/** What the Benchmark sheet says of a release whose signature was checked: what it is, whose, by which key, and its hash. */
export function releaseTexts(release: Release, hash: string, endpoint: string, words: Words): BenchmarkTexts {
  const { id, cycle, made: day, keyId } = release;
  return {
    title: words('compare.releaseTitle', { id, cycle }),
    source: words('compare.releaseSource', {
      ...{ id, day, keyId, hash },
      endpoint: endpoint.slice(0, ENDPOINT_AT_MOST),
    }),
  };
}
