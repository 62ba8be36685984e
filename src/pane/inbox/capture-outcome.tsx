import type { CapturedEvidence } from '../../assessment/evidence';
import { titleWords } from '../evidence/evidence-words';
import { Notice } from '../parts/notice';
import { useInbox, useInboxState } from './inbox-context';

/** How the last capture went, in words, and what to do where it was not all that it could be. */
export function CaptureOutcome() {
  const { words } = useInbox();
  const { notice, list } = useInboxState();
  if (notice === null) return null;
  switch (notice.kind) {
    case 'refused':
      return (
        <Notice intent="warning" title={words('panel.refusedTitle')}>
          {words('panel.refused')}
        </Notice>
      );
    case 'not-kept':
      return (
        <Notice intent="error" title={words('panel.notKeptTitle')}>
          {words('panel.notKept', { reason: notice.reason })}
        </Notice>
      );
    case 'captured':
    case 'title-only': {
      // What was copied or fetched meanwhile is no news any more.
      const page = list?.find(({ id }) => id === notice.id);
      return page ? <Kept page={page} again={notice.again} whole={notice.kind === 'captured'} /> : null;
    }
  }
}

interface KeptProps {
  readonly page: CapturedEvidence;
  readonly again: boolean;
  readonly whole: boolean;
}

function Kept({ page, again, whole }: KeptProps) {
  const { words } = useInbox();
  const title = words(again ? 'panel.capturedAgainTitle' : 'panel.capturedTitle', {
    title: titleWords(page, words),
  });
  const forItem =
    page.item === null ? words('panel.capturedForNone') : words('panel.capturedFor', { item: page.item });
  if (whole)
    return (
      <Notice intent="success" title={title}>
        {forItem}
      </Notice>
    );
  return (
    <Notice intent="warning" title={title}>
      {words('panel.titleOnly')} {forItem}
    </Notice>
  );
}
