import { type ReactNode, useState } from 'react';
import type { Failure } from '../../words/result';
import type { Place } from '../../workbook/port';
import { useFrame } from '../frame-context';
import { usePane } from '../pane-context';
import { asked } from '../store/asked';
import { Notice } from './notice';

export interface GoTo {
  /** Whether there is a sheet in which a cell can be selected. */
  readonly showsSheet: boolean;
  readonly go: (place: Place) => void;
  /** Why the last jump did not happen, to be shown near the button; null when it did. */
  readonly trouble: ReactNode;
}

/**
 * Selects a cell in the workbook, and says so when that is not possible. Over a file it opens the item or the profile in
 * the pane instead.
 */
export function useGoTo(): GoTo {
  const { words, workbook, store, inFile = false } = usePane();
  const { show } = useFrame();
  const [failure, setFailure] = useState<Failure | null>(null);
  const go = (place: Place) => {
    setFailure(null);
    if (inFile && 'item' in place) {
      store.select(place.item);
      show('answer');
      return;
    }
    if (inFile && 'profile' in place) {
      show('submit');
      return;
    }
    void asked(words, () => workbook.goTo(place)).then((gone) => {
      if (!gone.ok) setFailure(gone.failure);
    });
  };
  const trouble = failure && (
    <Notice intent="error" title={words('pane.goToFailedTitle')}>
      {failure.message}
    </Notice>
  );
  return { showsSheet: !inFile, go, trouble };
}
