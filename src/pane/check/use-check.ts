import { useRef, useState } from 'react';
import type { Failure, Result } from '../../words/result';
import type { Finding } from '../../workbook/port';
import { usePane } from '../pane-context';
import { asked } from '../store/asked';

export interface Check {
  /** What the last look at the workbook found; null before the first. */
  readonly findings: readonly Finding[] | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** The findings are what a repair left. */
  readonly repaired: boolean;
  readonly check: () => void;
  readonly repair: () => void;
}

/** Looks at answers and workbook together, and mends what can be mended without touching an answer. */
export function useCheck(): Check {
  const { words, workbook, store } = usePane();
  const [state, setState] = useState<Pick<Check, 'findings' | 'failure' | 'repaired'>>({
    findings: null,
    failure: null,
    repaired: false,
  });
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  async function run(repaired: boolean, look: () => Promise<Result<readonly Finding[]>>) {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    const found = await asked(words, look);
    await store.refresh();
    setState((before) =>
      found.ok
        ? { findings: found.value, failure: null, repaired }
        : { ...before, failure: found.failure, repaired: false },
    );
    running.current = false;
    setBusy(false);
  }

  return {
    ...state,
    busy,
    check: () => void run(false, () => workbook.verify()),
    repair: () => void run(true, () => workbook.repair(state.findings ?? [])),
  };
}
