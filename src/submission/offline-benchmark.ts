import type { Benchmark } from '../rubric/benchmark';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import type { BenchmarkPort } from './port';

export interface OfflineOptions {
  /** Origin and path of the service that rows are handed to; empty where the build names none. */
  readonly endpoint: string;
  /** Figures that came with the build. */
  readonly published: readonly Benchmark[];
  readonly words: Words;
}

/**
 * A benchmark that never connects. It offers the published figures that came with the build, as the service would.
 * Everything else fails (`offline`) in words: what a build knows of its cycle says neither who may submit nor which key
 * signs, so that it gives no `cycle()` either.
 */
export function offlineBenchmark({ endpoint, published, words }: OfflineOptions): BenchmarkPort {
  const offline = () => Promise.resolve(failed('offline', words('handover.offline')));
  return {
    endpoint,
    cycle: offline,
    keys: offline,
    submit: offline,
    correct: offline,
    withdraw: offline,
    buyToken: offline,
    countLeaf: offline,
    releases: () =>
      Promise.resolve(success(published.map(({ id, title, kind, cycle }) => ({ id, title, kind, cycle })))),
    release(id) {
      const benchmark = published.find((one) => one.id === id);
      return Promise.resolve(
        benchmark
          ? success({ kind: 'benchmark', benchmark })
          : failed('offline', words('handover.releaseElsewhere', { id })),
      );
    },
  };
}
