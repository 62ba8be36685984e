import { useEffect, useRef, useState } from 'react';
import { usePane } from '../pane-context';
import { keepReceipt, resume, review, send, submit } from './submission-flow';
import type { SubmissionState } from './submission-state';

export interface Submission {
  readonly state: SubmissionState;
  readonly actions: {
    readonly reload: () => void;
    readonly review: () => void;
    readonly back: () => void;
    readonly submit: () => void;
    readonly sendAgain: () => void;
    readonly keepReceipt: () => void;
  };
}

/** The way of a row from the form to the receipt. One step at a time: a second click during a step does nothing. */
export function useSubmission(): Submission {
  const parts = usePane();
  const [state, setState] = useState<SubmissionState>({ kind: 'loading' });
  const busy = useRef(false);
  const latest = useRef(parts);
  latest.current = parts;

  async function step(during: SubmissionState, task: () => Promise<SubmissionState>): Promise<void> {
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
    void resume(latest.current).then(setState);
  }, [parts.workbook, parts.benchmark]);

  async function toReview(): Promise<SubmissionState> {
    const made = await review(parts);
    if (made.ok) return { kind: 'review', review: made.value, failure: null };
    if (made.failure.code === 'already-accepted') return resume(parts);
    return { kind: 'form', busy: false, failure: made.failure };
  }

  const actions = {
    reload: () => void step({ kind: 'loading' }, () => resume(parts)),
    review: () => void step({ kind: 'form', busy: true, failure: null }, toReview),
    back: () => void step({ kind: 'loading' }, () => resume(parts)),
    submit: () => {
      if (state.kind !== 'review') return;
      const shown = state.review;
      void step({ kind: 'sending' }, () => submit(parts, shown));
    },
    sendAgain: () => {
      if (state.kind !== 'waiting') return;
      const { record } = state;
      void step({ kind: 'sending' }, () => send(parts, record));
    },
    keepReceipt: () => {
      if (state.kind !== 'accepted') return;
      const { record } = state;
      void step({ kind: 'sending' }, () => keepReceipt(parts, record));
    },
  };
  return { state, actions };
}
