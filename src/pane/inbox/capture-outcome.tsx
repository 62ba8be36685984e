import type { CapturedEvidence } from '../../assessment/evidence';
import { titleWords } from '../evidence/evidence-words';
import { Notice } from '../parts/notice';
import { useInbox, useInboxState } from './inbox-context';
import type { CaptureNotice } from './inbox-port';

export interface CaptureOutcomeProps {
  /** Leads to the page in the inbox. */
  readonly onShow: (id: string) => void;
}

/** How the last capture went, in words, on every tab, and what to do where it was not all that it could be. */
export function CaptureOutcome({ onShow }: CaptureOutcomeProps) {
  const { words } = useInbox();
  const { notice, list } = useInboxState();
  if (notice === null) return null;
  switch (notice.kind) {
    case 'refused':
      return (
        <Notice intent="warning" title={words('panel.refusedTitle')}>
          {words(`panel.refused-${notice.why}`)}
        </Notice>
      );
    case 'not-kept':
      return (
        <Notice intent="error" title={words('panel.notKeptTitle')}>
          {words('panel.notKept', { reason: notice.reason })}
        </Notice>
      );
    default: {
      // What was copied or fetched meanwhile is no news any more.
      const page = list?.find(({ id }) => id === notice.id);
      return page ? <Kept page={page} notice={notice} onShow={onShow} /> : null;
    }
  }
}

interface KeptProps extends CaptureOutcomeProps {
  readonly page: CapturedEvidence;
  readonly notice: Extract<CaptureNotice, { readonly id: string }>;
}

function Kept({ page, notice, onShow }: KeptProps) {
  const { words } = useInbox();
  const lacking =
    notice.kind === 'title-only'
      ? words(`panel.titleOnly-${notice.why}`)
      : notice.kind === 'frame-closed'
        ? words('panel.frameClosed')
        : null;
  const forItem =
    page.item === null ? words('panel.capturedForNone') : words('panel.capturedFor', { item: page.item });
  return (
    <Notice
      intent={lacking === null ? 'success' : 'warning'}
      title={words(notice.again ? 'panel.capturedAgainTitle' : 'panel.capturedTitle', {
        title: titleWords(page, words),
      })}
      action={{ label: words('panel.showIt'), run: () => onShow(page.id) }}
    >
      {lacking} {forItem}
    </Notice>
  );
}
