import type { EvidenceSaved } from '../../workbook/port';
import type { Failure } from '../../words/result';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { savedWords } from './evidence-words';

/** How far the adding of evidence is; `wrong` was not tried, for what was typed is no evidence. */
export type Adding =
  | { readonly kind: 'none' | 'busy' }
  | { readonly kind: 'wrong' | 'failed'; readonly failure: Failure }
  | { readonly kind: 'saved'; readonly saved: EvidenceSaved };

/** Says what became of it: below the button that adds. */
export function AddingOutcome({ outcome }: { readonly outcome: Adding }) {
  const { words } = usePane();
  const look = useLook();
  return (
    <>
      {outcome.kind === 'failed' && (
        <Notice intent="error" title={words('pane.evidenceNotAddedTitle')}>
          {outcome.failure.message}
        </Notice>
      )}
      <p role="status" className={look.quiet}>
        {outcome.kind === 'busy' && words('pane.addingEvidence')}
        {outcome.kind === 'saved' && savedWords(outcome.saved, words)}
      </p>
    </>
  );
}
