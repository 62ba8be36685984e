import { useEffect, useRef, useState } from 'react';
import { correct, discard, takeBack, withdraw } from './correction-flow';
import { draftCorrection, draftOverHeld } from './drafts';
import { keepReceipt, keepWithdrawal } from './keep-proof';
import { resume } from './resume';
import { review } from './review-flow';
import { type SessionSecrets, sessionSecrets } from './session-secrets';
import { send, submit } from './submission-flow';
import type { SubmissionState } from './submission-state';
import { useSubmit } from './submit-context';
import type { SubmitParts } from './submit-parts';
import { getToken } from './token-flow';

export type SubmitActions = ReturnType<typeof actionsIn>;

/** The way of a row from the form to the receipt and beyond. One step at a time: a second click during a step does nothing. */
export function useSubmission(): {
  readonly state: SubmissionState;
  readonly actions: SubmitActions;
  readonly secrets: SessionSecrets;
} {
  const ports = useSubmit();
  const [secrets] = useState(() => sessionSecrets(ports.random, ports.digest));
  const [state, setState] = useState<SubmissionState>({ kind: 'loading' });
  const busy = useRef(false);
  const parts = { ...ports, secrets };
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
  }, [ports.shelf, ports.benchmark]);

  return { state, secrets, actions: actionsIn(state, parts, step) };
}

type Step = (during: SubmissionState, task: () => Promise<SubmissionState>) => Promise<void>;

const LOADING: SubmissionState = { kind: 'loading' };
const SENDING: SubmissionState = { kind: 'sending', what: 'row' };
const WITHDRAWING: SubmissionState = { kind: 'sending', what: 'withdrawal' };
const PREPARING: SubmissionState = { kind: 'form', busy: true, failure: null };

/** What can be done in a state; asked for in another, it does nothing. */
function actionsIn(state: SubmissionState, parts: SubmitParts, step: Step) {
  const back = () => void step(LOADING, () => resume(parts));
  const toReview = () => void step(PREPARING, () => review(parts));
  return {
    back,
    review: toReview,
    giveCode(code: string) {
      parts.secrets.memberCode = code;
      toReview();
    },
    getToken(code: string) {
      if (state.kind !== 'token') return;
      void step({ ...state, busy: true, failure: null }, () => getToken(parts, state.cycle, code));
    },
    submit() {
      if (state.kind === 'review') void step(SENDING, () => submit(parts, state.review));
    },
    sendAgain() {
      if (state.kind === 'waiting') void step(SENDING, () => send(parts, state.record));
    },
    keep() {
      if (state.kind === 'accepted') void step(SENDING, () => keepReceipt(parts, state.record));
      if (state.kind === 'withdrawn') void step(SENDING, () => keepWithdrawal(parts, state.record));
    },
    correct() {
      if (state.kind === 'accepted' || state.kind === 'withdrawn') void step(LOADING, () => draft(state));
      if (state.kind === 'waiting') {
        const drafted = draftOverHeld(state.record);
        void step(LOADING, () => Promise.resolve({ kind: 'correction', draft: drafted, failure: null }));
      }
    },
    correctAgain() {
      if (state.kind === 'correction') void step(LOADING, () => draftAnew(state));
    },
    sendCorrection(secret: string) {
      if (state.kind === 'correction') void step(SENDING, () => correct(parts, state.draft, secret));
    },
    discard() {
      if (state.kind === 'correction') void step(LOADING, () => discard(parts, state.draft));
    },
    takeBack() {
      if (state.kind === 'waiting') void step(LOADING, () => takeBack(parts, state.record));
    },
    toWithdrawal() {
      if (state.kind !== 'accepted' && state.kind !== 'waiting') return;
      const { record } = state;
      void step(LOADING, () => Promise.resolve({ kind: 'withdrawal', record, failure: null }));
    },
    withdraw(secret: string) {
      if (state.kind === 'withdrawal') void step(WITHDRAWING, () => withdraw(parts, state.record, secret));
    },
  };

  async function draftAnew(from: SubmissionState & { kind: 'correction' }): Promise<SubmissionState> {
    const drafted = await draftCorrection(parts, { ...from.draft.record, correction: null });
    return drafted.ok
      ? { ...from, draft: drafted.value, failure: null }
      : { ...from, failure: drafted.failure };
  }

  async function draft(from: SubmissionState & { kind: 'accepted' | 'withdrawn' }): Promise<SubmissionState> {
    const drafted = await draftCorrection(parts, from.record);
    if (drafted.ok) return { kind: 'correction', draft: drafted.value, failure: null };
    return { ...from, failure: drafted.failure };
  }
}
