import { Button, mergeClasses } from '@fluentui/react-components';
import { titleWords } from '../evidence/evidence-words';
import { useLook } from '../parts/use-look';
import { useInbox, useInboxState } from './inbox-context';

/** What the last removal took, and the way back. */
export function Removed() {
  const { words, store } = useInbox();
  const { removals } = useInboxState();
  const look = useLook();
  const last = removals.at(-1);
  const [first] = last ?? [];
  if (!last || !first) return null;
  const text =
    last.length === 1
      ? words('panel.removedOne', { title: titleWords(first, words) })
      : words('panel.removedMany', { count: last.length });
  return (
    <div className={mergeClasses(look.card, look.row)}>
      <p role="status" className={look.text}>
        {text}
      </p>
      <div className={look.row}>
        <Button size="small" onClick={() => void store.undo()}>
          {words('panel.undo')}
        </Button>
        <Button size="small" appearance="subtle" onClick={store.forgetRemovals}>
          {words('panel.hide')}
        </Button>
      </div>
    </div>
  );
}
