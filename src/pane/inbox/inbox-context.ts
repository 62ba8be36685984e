import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RubricOutline } from '../../rubric/rubric-outline';
import type { Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { InboxState } from './inbox-state';
import type { InboxStore } from './inbox-store';

export interface InboxParts {
  readonly words: Words;
  readonly rubric: RubricOutline;
  readonly store: InboxStore;
  readonly copy: (text: string, html: string) => Promise<Result<void>>;
}

export const InboxContext = createContext<InboxParts | null>(null);

export function useInbox(): InboxParts {
  const parts = useContext(InboxContext);
  if (!parts) throw new Error('A view of the inbox stands outside the side panel');
  return parts;
}

/** The store's state; the component renders again whenever it changes. */
export function useInboxState(): InboxState {
  const { store } = useInbox();
  return useSyncExternalStore(store.subscribe, store.state);
}
