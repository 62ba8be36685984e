import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CapturedEvidence } from '../../assessment/evidence';
import { useLook } from '../parts/use-look';
import { useInbox } from './inbox-context';

/** Empties the inbox, after asking once more. */
export function RemoveAll({ list }: { readonly list: readonly CapturedEvidence[] }) {
  const { words, store } = useInbox();
  const look = useLook();
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    void store.remove(list.map(({ id }) => id));
  };
  if (!asking)
    return (
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        {words('panel.removeAll')}
      </Button>
    );
  return (
    <div role="group" aria-label={words('panel.removeAll')} className={look.row}>
      <span className={look.text}>{words('panel.removeAllAsk', { count: list.length })}</span>
      <Button size="small" onClick={remove}>
        {words('panel.removeAllYes', { count: list.length })}
      </Button>
      <Button autoFocus size="small" onClick={() => setAsking(false)}>
        {words('panel.keepAll')}
      </Button>
    </div>
  );
}
