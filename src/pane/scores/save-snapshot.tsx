import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { takeSnapshot } from '../../assessment/take-snapshot';
import type { Failure } from '../../words/result';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { asked } from '../store/asked';

type Saved = 'idle' | 'busy' | 'saved' | Failure;

/** A line for the History sheet: today's scores. */
export function SaveSnapshot() {
  const { words, workbook, store, rubric, clock } = usePane();
  const look = useLook();
  const [saved, setSaved] = useState<Saved>('idle');
  const save = async () => {
    if (saved === 'busy') return;
    setSaved('busy');
    // What is shown may be a moment old: a line of the history says what the workbook says.
    await store.refresh();
    const { answers, readFailure } = store.state();
    if (readFailure || !answers) {
      setSaved(readFailure ?? 'idle');
      return;
    }
    const snapshot = takeSnapshot(answers.scores, rubric, clock());
    const result = await asked(words, () => workbook.saveSnapshot(snapshot));
    setSaved(result.ok ? 'saved' : result.failure);
  };
  return (
    <section className={look.stack} aria-label={words('pane.saveSnapshot')}>
      {typeof saved === 'object' && (
        <Notice
          intent="error"
          title={words('pane.snapshotFailedTitle')}
          action={{ label: words('pane.tryAgain'), run: () => void save() }}
        >
          {saved.message}
        </Notice>
      )}
      <Button className={look.start} disabledFocusable={saved === 'busy'} onClick={() => void save()}>
        {words('pane.saveSnapshot')}
      </Button>
      <p role="status" className={look.quiet}>
        {saved === 'saved' ? words('pane.snapshotSaved') : words('pane.snapshotWhat')}
      </p>
    </section>
  );
}
