import { useEffect, useRef, useState } from 'react';
import type { ReadRecord } from '../../submission/record-file';
import { type HandOverParts, keep, look, offer, standing } from './hand-over-flow';
import type { HandOverState, Offered } from './hand-over-state';

export interface HandOverActions {
  readonly review: () => void;
  readonly back: () => void;
  readonly offer: (text: string) => Promise<Offered>;
  readonly add: (read: ReadRecord) => void;
  readonly keepAgain: () => void;
}

/** The way of a row from the form to the benchmark's page, and of its record back. One step at a time. */
export function useHandOver(parts: HandOverParts): {
  readonly state: HandOverState;
  readonly actions: HandOverActions;
} {
  const [state, setState] = useState<HandOverState>({ kind: 'loading' });
  const busy = useRef(false);
  const latest = useRef(parts);
  latest.current = parts;

  async function step(during: HandOverState, task: () => Promise<HandOverState>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setState(during);
    try {
      setState(await task());
    } finally {
      busy.current = false;
    }
  }

  useEffect(() => {
    void standing(latest.current).then(setState);
  }, [parts.shelf]);

  const review = () => void step({ kind: 'form', busy: true, failure: null }, () => look(parts));
  const back = () => void step({ kind: 'loading' }, () => standing(parts));
  return {
    state,
    actions: {
      review,
      back,
      offer: (text) => offer(parts, text),
      add: (read) => void step({ kind: 'loading' }, () => keep(parts, read)),
      keepAgain() {
        if (state.kind === 'kept') void step({ kind: 'loading' }, () => keep(parts, state.kept));
      },
    },
  };
}
