import type { Failure } from '../../words/result';
import { useWords } from '../pane-context';
import { Notice } from '../parts/notice';

/** The service has done its part; what proves it could not be kept. */
export function Unsaved({ failure, onKeep }: { readonly failure: Failure; readonly onKeep: () => void }) {
  const words = useWords();
  return (
    <Notice
      intent="error"
      title={words('pane.receiptUnsavedTitle')}
      action={{ label: words('pane.tryAgain'), run: onKeep }}
    >
      {failure.message}
    </Notice>
  );
}
