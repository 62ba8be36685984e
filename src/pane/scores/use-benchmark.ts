import { useCallback, useEffect, useState } from 'react';
import type { Benchmark } from '../../rubric/benchmark';
import type { ReleaseSummary } from '../../submission/port';
import type { Failure } from '../../words/result';
import { usePane } from '../pane-context';
import { asked } from '../store/asked';

export interface Compared {
  /** The benchmark in the workbook, and the ISO day it was fetched. */
  readonly chosen: { readonly benchmark: Benchmark; readonly fetched: string } | null;
  /** What the service offers; null until asked for. */
  readonly offered: readonly ReleaseSummary[] | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Does the last thing again that failed. */
  readonly again: () => void;
  readonly offer: () => void;
  readonly choose: (id: string) => void;
}

/** The benchmark that the workbook compares with, and the way to another one. */
export function useBenchmark(): Compared {
  const { workbook, benchmark: service, words, clock } = usePane();
  const [chosen, setChosen] = useState<Compared['chosen']>(null);
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
    const release = await asked(words, () => service.release(id));
    if (!release.ok) return release.failure;
    const saved = await asked(words, () => workbook.saveBenchmark(release.value, clock()));
    if (!saved.ok) return saved.failure;
    setOffered(null);
    return read();
  };

  return {
    chosen,
    offered,
    busy,
    failure: trouble?.failure ?? null,
    again: trouble?.again ?? (() => undefined),
    offer: () => void run(offer),
    choose: (id) => void run(() => choose(id)),
  };
}
