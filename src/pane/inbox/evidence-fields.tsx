import type { CapturedEvidence } from '../../assessment/evidence';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { TextDraft } from './text-draft';

/** The texts of a captured page, to be edited. */
export function EvidenceFields({ page }: { readonly page: CapturedEvidence }) {
  const words = useWords();
  const look = useLook();
  return (
    <div className={look.stack}>
      <TextDraft page={page} field="title" />
      <TextDraft page={page} field="quote" />
      <TextDraft page={page} field="note" />
      <p className={look.quiet}>{words('panel.savesItself')}</p>
    </div>
  );
}
