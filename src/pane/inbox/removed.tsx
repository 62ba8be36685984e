import { titleWords } from '../evidence/evidence-words';
import { Notice } from '../parts/notice';
import { useInbox, useInboxState } from './inbox-context';

/** What the last removal took, and the way back. */
export function Removed() {
  const { words, store } = useInbox();
  const { removals } = useInboxState();
  const last = removals.at(-1);
  const [first] = last ?? [];
  if (!last || !first) return null;
  const title =
    last.length === 1
      ? words('panel.removedOne', { title: titleWords(first, words) })
      : words('panel.removedMany', { count: last.length });
  return (
    <Notice
      intent="info"
      title={title}
      action={{ label: words('panel.undo'), run: () => void store.undo() }}
    />
  );
}
