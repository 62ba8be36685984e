import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../words/result';
import { asked } from '../store/asked';
import { useSidePanel } from './side-panel-context';

export type ConsentState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'unknown'; readonly failure: Failure }
  /** `failure`: the agreement could not be kept. */
  | { readonly kind: 'asked'; readonly failure: Failure | null }
  | { readonly kind: 'given' };

export interface Consent {
  readonly state: ConsentState;
  readonly look: () => Promise<void>;
  readonly agree: () => Promise<void>;
}

/** Whether the user has agreed to what the first page says. Only a kept agreement counts: the worker reads the same. */
export function useConsent(): Consent {
  const { words, consent } = useSidePanel();
  const [state, setState] = useState<ConsentState>({ kind: 'looking' });
  const look = useCallback(async () => {
    const given = await asked(words, () => consent.given(), 'panel.unexpected');
    if (!given.ok) setState({ kind: 'unknown', failure: given.failure });
    else setState(given.value ? { kind: 'given' } : { kind: 'asked', failure: null });
  }, [words, consent]);
  useEffect(() => {
    void look();
    return consent.watch(() => void look());
  }, [look, consent]);
  const agree = async () => {
    const kept = await asked(words, () => consent.give(), 'panel.unexpected');
    setState(kept.ok ? { kind: 'given' } : { kind: 'asked', failure: kept.failure });
  };
  return { state, look, agree };
}
