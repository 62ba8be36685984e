import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CapturedEvidence } from '../../assessment/evidence';
import { evidenceHtml, evidenceText } from '../../assessment/evidence-text';
import type { Failure } from '../../words/result';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { asked } from '../store/asked';
import { useInbox } from './inbox-context';
import { RemoveAll } from './remove-all';

/** Everything that waits, onto the clipboard, oldest first as the sheet grows; then what to do with it. */
export function CopyRows({ list }: { readonly list: readonly CapturedEvidence[] }) {
  const { words, copy, store } = useInbox();
  const look = useLook();
  const [copied, setCopied] = useState<readonly CapturedEvidence[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function copyAll() {
    const rows = [...list].reverse();
    const done = await asked(words, () => copy(evidenceText(rows), evidenceHtml(rows)), 'panel.unexpected');
    setCopied(done.ok ? rows : null);
    setFailure(done.ok ? null : done.failure);
  }
  const stillHere = copied?.some(({ id }) => list.some((page) => page.id === id));
  return (
    <div className={look.stack}>
      <div className={look.row}>
        <Button appearance="primary" onClick={() => void copyAll()}>
          {words('panel.copyRows', { count: list.length })}
        </Button>
        <RemoveAll list={list} />
      </div>
      {failure && (
        <Notice
          intent="error"
          title={words('panel.notCopiedTitle')}
          action={{ label: words('pane.tryAgain'), run: () => void copyAll() }}
        >
          {failure.message}
        </Notice>
      )}
      {copied && stillHere && (
        <Notice
          intent="success"
          title={words('panel.copiedTitle', { count: copied.length })}
          action={{
            label: words('panel.removeCopied', { count: copied.length }),
            run: () => void store.removeCopied(copied),
          }}
        >
          {words('panel.pasteThem')}
        </Notice>
      )}
    </div>
  );
}
