import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Words } from '../words/words';
import type { PaneProps } from './ports';
import type { PaneState } from './store/pane-state';
import type { PaneStore } from './store/pane-store';

export interface PaneParts extends PaneProps {
  readonly store: PaneStore;
}

/** The words of whatever is drawn: the pane's, and the side panel's around it. */
export const WordsContext = createContext<Words | null>(null);

export const PaneContext = createContext<PaneParts | null>(null);

/** The ports, the rubric, the words and the store of the pane around. */
export function usePane(): PaneParts {
  const parts = useContext(PaneContext);
  if (!parts) throw new Error('A view of the pane stands outside <Pane>');
  return parts;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('A part that speaks stands where nobody gave it words');
  return words;
}

/** The store's state; the component renders again whenever it changes. */
export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** The answers of the last read. Only for views that stand behind the `ready` phase. */
export function useAnswers(): NonNullable<PaneState['answers']> {
  const { answers } = usePaneState();
  if (!answers) throw new Error('This view needs answers that were read');
  return answers;
}
