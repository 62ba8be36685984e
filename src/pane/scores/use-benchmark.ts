import { useCallback, useEffect, useState } from 'react';
import type { Benchmark } from '../../rubric/benchmark';
import { benchmarkOf } from '../../rubric/benchmark-of';
import type { Published, ReleaseSummary } from '../../submission/port';
import type { Failure } from '../../words/result';
import { usePane } from '../pane-context';
import { asked } from '../store/asked';
import { releaseTexts } from './release-texts';

/** A release whose signature the client has checked, and its hash. */
export type CheckedRelease = Extract<Published, { readonly kind: 'release' }>;

export interface Compared {
  /** The benchmark in the workbook, and the ISO day it was fetched. */
  readonly chosen: { readonly benchmark: Benchmark; readonly fetched: string } | null;
  /** The whole release behind it, where it was fetched since the pane was opened: the workbook keeps the figures of all. */
  readonly checked: CheckedRelease | null;
  /** What the service offers; null until asked for. */
  readonly offered: readonly ReleaseSummary[] | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Does the last thing again that failed. */
  readonly again: () => void;
  readonly offer: () => void;
  /** Fetches figures, checks them and puts them into the workbook. */
  readonly choose: (id: string) => void;
}

/** The benchmark that the workbook compares with, and the way to another one. */
export function useBenchmark(): Compared {
  const { workbook, benchmark: service, words, clock } = usePane();
  const [chosen, setChosen] = useState<Compared['chosen']>(null);
  const [checked, setChecked] = useState<Compared['checked']>(null);
  const [offered, setOffered] = useState<Compared['offered']>(null);
  const [busy, setBusy] = useState(true);
  const [trouble, setTrouble] = useState<{ failure: Failure; again: () => void } | null>(null);

  const run = useCallback(async (task: () => Promise<Failure | null>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const failure = await task();
    setBusy(false);
    if (failure) setTrouble({ failure, again: () => void run(task) });
  }, []);

  const read = useCallback(async () => {
    const found = await asked(words, () => workbook.benchmark());
    if (!found.ok) return found.failure;
    setChosen(found.value);
    return null;
  }, [words, workbook]);

  useEffect(() => void run(read), [run, read]);

  const offer = async () => {
    const list = await asked(words, () => service.releases());
    if (!list.ok) return list.failure;
    setOffered(list.value);
    return null;
  };

  const choose = async (id: string) => {
    const found = await asked(words, () => service.release(id));
    if (!found.ok) return found.failure;
    const published = found.value;
    const benchmark =
      published.kind === 'benchmark'
        ? published.benchmark
        : benchmarkOf(
            published.release,
            releaseTexts(published.release, published.hash, service.endpoint, words),
          );
    const saved = await asked(words, () => workbook.saveBenchmark(benchmark, clock()));
    if (!saved.ok) return saved.failure;
    setChecked(published.kind === 'release' ? published : null);
    setOffered(null);
    return read();
  };

  return {
    chosen,
    checked,
    offered,
    busy,
    failure: trouble?.failure ?? null,
    again: trouble?.again ?? (() => undefined),
    offer: () => void run(offer),
    choose: (id) => void run(() => choose(id)),
  };
}
