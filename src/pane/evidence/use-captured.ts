import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CapturedEvidence, ItemEvidence } from '../../assessment/evidence';
import type { EvidenceSaved } from '../../workbook/port';
import type { Failure } from '../../words/result';
import type { CapturedPort } from '../inbox/inbox-port';
import { usePane } from '../pane-context';
import { asked } from '../store/asked';
import { oneAtATime } from '../store/one-at-a-time';
import { itemEvidence } from './item-evidence';

export interface Captured {
  /** What waits for an item of this rubric, newest first. */
  readonly waiting: readonly CapturedEvidence[];
  /** How many more wait for no item of this rubric: they are not taken. */
  readonly left: number;
  readonly busy: boolean;
  readonly saved: EvidenceSaved | null;
  /** What went wrong last; `acknowledge`: the workbook has the rows, the inbox does not know it. */
  readonly failed: { readonly doing: 'list' | 'add' | 'acknowledge'; readonly failure: Failure } | null;
  readonly list: () => void;
  readonly get: () => void;
  /** Tells the inbox once more what the workbook has. */
  readonly acknowledge: () => void;
}

/** Looks for captured evidence on opening and whenever the user comes back, and takes it: first written, then acknowledged. */
export function useCaptured(port: CapturedPort): Captured {
  const { words, rubric, store } = usePane();
  const [rows, setRows] = useState<readonly CapturedEvidence[]>([]);
  const [saved, setSaved] = useState<EvidenceSaved | null>(null);
  const [failed, setFailed] = useState<Captured['failed']>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const written = useRef<readonly CapturedEvidence[]>([]);
  const isOurs = useMemo(() => {
    const items = new Set(rubric.items.map(({ id }) => id));
    return ({ item }: CapturedEvidence) => item !== null && items.has(item);
  }, [rubric]);

  const list = useMemo(
    () =>
      oneAtATime(async () => {
        const listed = await asked(words, () => port.list());
        if (listed.ok) setRows(listed.value);
        // A list that cannot be had is no news beside rows that were written and are not acknowledged.
        setFailed((before) => {
          if (before !== null && before.doing !== 'list') return before;
          return listed.ok ? null : { doing: 'list', failure: listed.failure };
        });
      }),
    [port, words],
  );
  useComingBack(list);

  async function once(task: () => Promise<void>): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    await task();
    running.current = false;
    setBusy(false);
  }

  async function get(evidence: readonly CapturedEvidence[]): Promise<void> {
    setSaved(null);
    const added = await store.addEvidence(evidence.flatMap(forItsItem));
    if (!added.ok) {
      setFailed({ doing: 'add', failure: added.failure });
      return;
    }
    setSaved(added.value);
    written.current = evidence;
    await acknowledge();
  }

  async function acknowledge(): Promise<void> {
    const names = written.current.map(({ id, revision }) => ({ id, revision }));
    const told = await asked(words, () => port.acknowledge(names));
    if (!told.ok) {
      setFailed({ doing: 'acknowledge', failure: told.failure });
      return;
    }
    setFailed(null);
    // What changed since it was listed still waits, under its next revision: the new list says so.
    setRows((before) => before.filter(({ id }) => !names.some((name) => name.id === id)));
    await list();
  }

  const waiting = rows.filter(isOurs);
  return {
    waiting,
    left: rows.length - waiting.length,
    busy,
    saved,
    failed,
    list: () => void list(),
    get: () => void once(() => get(waiting)),
    acknowledge: () => void once(acknowledge),
  };
}

const forItsItem = (evidence: CapturedEvidence): readonly ItemEvidence[] =>
  evidence.item === null ? [] : [itemEvidence(evidence, evidence.item)];

/** Runs it now and whenever the window is looked at again: pages are captured in other windows. */
function useComingBack(run: () => Promise<void>): void {
  const look = useCallback(() => {
    if (document.visibilityState === 'visible') void run();
  }, [run]);
  useEffect(() => {
    look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);
}
