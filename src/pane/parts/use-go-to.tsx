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
  /** Selects a cell in the sheet; the pane stays as it is. */
  readonly show: (place: Place) => void;
  /** The same, and the pane shows the question that the cell belongs to. */
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
  const frame = useFrame();
  const [failure, setFailure] = useState<Failure | null>(null);
  const show = (place: Place, then: () => void = () => undefined) => {
    setFailure(null);
    void asked(words, () => workbook.goTo(place)).then((gone) => {
      if (gone.ok) then();
      else setFailure(gone.failure);
    });
  };
  const question = (place: Place) => {
    if (!('item' in place)) return;
    store.select(place.item, 'stays');
    frame.show('answer');
  };
  const go = (place: Place) => {
    if (inFile && 'item' in place) question(place);
    else if (inFile && 'profile' in place) frame.show('submit');
    else show(place, () => question(place));
  };
  const trouble = failure && (
    <Notice intent="error" title={words('pane.goToFailedTitle')}>
      {failure.message}
    </Notice>
  );
  return { showsSheet: !inFile, show: (place) => show(place), go, trouble };
}
