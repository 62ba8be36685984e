import type { Failure } from '../../words/result';
import { useFrame } from '../frame-context';
import { useWords } from '../pane-context';
import { Notice } from '../parts/notice';

const ABOUT_ANSWERS: ReadonlySet<string> = new Set(['row-invalid', 'row-unanswered', 'row-unchosen']);

/** Why there is no row yet: answers to mend, or something to try again. */
export function NotReady({ failure, onAgain }: { readonly failure: Failure; readonly onAgain: () => void }) {
  const words = useWords();
  const { show } = useFrame();
  const aboutAnswers = ABOUT_ANSWERS.has(failure.code);
  return aboutAnswers ? (
    <Notice
      intent="warning"
      title={words('pane.notReadyTitle')}
      action={{ label: words('pane.checkAnswers'), run: () => show('check') }}
    >
      {failure.message}
    </Notice>
  ) : (
    <Notice
      intent="error"
      title={words('pane.reviewFailedTitle')}
      action={{ label: words('pane.tryAgain'), run: onAgain }}
    >
      {failure.message}
    </Notice>
  );
}
