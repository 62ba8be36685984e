import type { Failure } from '../../words/result';
import { useWords } from '../pane-context';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';

export interface RecordsUnreadableProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
}

/** Nobody knows what was sent before, so nothing may be sent now. */
export function RecordsUnreadable({ failure, onAgain }: RecordsUnreadableProps) {
  const words = useWords();
  const look = useLook();
  return (
    <div className={look.view}>
      <Notice
        intent="error"
        title={words('pane.recordsFailedTitle')}
        action={{ label: words('pane.tryAgain'), run: onAgain }}
      >
        {failure.message}
      </Notice>
    </div>
  );
}
