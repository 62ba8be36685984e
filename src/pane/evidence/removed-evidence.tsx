import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { EvidenceLine } from '../../assessment/evidence';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { titleWords } from './evidence-words';

export interface RemovedEvidenceProps {
  readonly line: EvidenceLine;
  readonly busy: boolean;
  /** *Remove* is gone with its line: *Undo* takes the focus over, once. */
  readonly focused: boolean;
  readonly onFocused: () => void;
  readonly onPutBack: () => void;
}

/** A line that was removed here, with the way back. */
export function RemovedEvidence({ line, busy, focused, onFocused, onPutBack }: RemovedEvidenceProps) {
  const words = useWords();
  const look = useLook();
  const own = useRef<HTMLDivElement>(null);
  const title = titleWords(line, words);
  useEffect(() => {
    if (!focused) return;
    own.current?.querySelector('button')?.focus();
    onFocused();
  }, [focused, onFocused]);
  return (
    <div ref={own} role="status" className={look.row}>
      <span className={look.quiet}>{words('pane.evidenceRemoved', { title })}</span>
      <Button
        size="small"
        aria-label={words('pane.undoRemovalOf', { title })}
        disabledFocusable={busy}
        onClick={onPutBack}
      >
        {words('pane.undo')}
      </Button>
    </div>
  );
}
