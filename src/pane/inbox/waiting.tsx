import type { CapturedEvidence } from '../../assessment/evidence';
import { useLook } from '../parts/use-look';
import { useInbox, useInboxState } from './inbox-context';
import { itemName } from './item-name';

/** How many pages wait, how many of them have no item, and which item the next one gets. */
export function Waiting({ list }: { readonly list: readonly CapturedEvidence[] }) {
  const { words, rubric } = useInbox();
  const { lastItem } = useInboxState();
  const look = useLook();
  const missing = list.filter(({ item }) => item === null).length;
  return (
    <div>
      <h2 className={look.heading}>
        <span role="status">{words('panel.waiting', { count: list.length })}</span>
      </h2>
      {missing > 0 && <p className={look.text}>{words('panel.itemMissing', { count: missing })}</p>}
      {lastItem !== null && (
        <p className={look.quiet}>{words('panel.nextItem', { item: itemName(lastItem, rubric) })}</p>
      )}
    </div>
  );
}
