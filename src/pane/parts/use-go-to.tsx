import { type ReactNode, useState } from 'react';
import type { Failure } from '../../words/result';
import type { Place } from '../../workbook/port';
import { usePane } from '../pane-context';
import { asked } from '../store/asked';
import { Notice } from './notice';

export interface GoTo {
  readonly go: (place: Place) => void;
  /** Why the last jump did not happen, to be shown near the button; null when it did. */
  readonly trouble: ReactNode;
}

/** Selects a cell in the workbook, and says so when that is not possible. */
export function useGoTo(): GoTo {
  const { words, workbook } = usePane();
  const [failure, setFailure] = useState<Failure | null>(null);
  const go = (place: Place) => {
    setFailure(null);
    void asked(words, () => workbook.goTo(place)).then((gone) => {
      if (!gone.ok) setFailure(gone.failure);
    });
  };
  const trouble = failure && (
    <Notice intent="error" title={words('pane.goToFailedTitle')}>
      {failure.message}
    </Notice>
  );
  return { go, trouble };
}
