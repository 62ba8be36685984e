import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Receipt } from '../../submission/record';
import { leafOf } from '../../submission/release-tree';
import type { Failure } from '../../words/result';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { asked } from '../store/asked';
import { useSubmit } from './submit-context';
import type { SubmitPorts } from './submit-parts';

/** How often the newest release of the row's cycle counts it. */
type Counted =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'counted'; readonly release: string; readonly count: number };

/** Looks for the row in what a release commits to, and learns the answer here: the service is not told which row. */
export function CountedCheck({ receipt }: { readonly receipt: Receipt }) {
  const parts = useSubmit();
  const { words } = parts;
  const look = useLook();
  const [state, setState] = useState<Counted | 'idle' | 'busy'>('idle');
  const run = async () => {
    if (state === 'busy') return;
    setState('busy');
    setState(await countIn(parts, receipt));
  };
  return (
    <div className={look.stack}>
      <Button size="small" className={look.start} onClick={() => void run()}>
        {words('pane.checkCounted')}
      </Button>
      {state === 'busy' && <Progress label={words('pane.checkingCounted')} />}
      {typeof state === 'object' && <Outcome state={state} cycle={receipt.cycle} />}
    </div>
  );
}

async function countIn({ words, benchmark, digest }: SubmitPorts, receipt: Receipt): Promise<Counted> {
  const refused = (failure: Failure): Counted => ({ kind: 'failed', failure });
  const list = await asked(words, () => benchmark.releases());
  if (!list.ok) return refused(list.failure);
  const newest = list.value
    .filter(({ kind, cycle }) => kind === 'release' && cycle === receipt.cycle)
    .reduce<number>((most, { id }) => Math.max(most, Number(id.slice(1))), 0);
  if (newest === 0) return { kind: 'none' };
  const published = await asked(words, () => benchmark.release(`r${newest}`));
  if (!published.ok) return refused(published.failure);
  if (published.value.kind !== 'release') return { kind: 'none' };
  const { release } = published.value;
  const leaf = await leafOf(receipt, release.id, digest);
  const count = await asked(words, () => benchmark.countLeaf(release, leaf));
  return count.ok ? { kind: 'counted', release: release.id, count: count.value } : refused(count.failure);
}

function Outcome({ state, cycle }: { readonly state: Counted; readonly cycle: string }) {
  const { words } = useSubmit();
  if (state.kind === 'failed') {
    return (
      <Notice intent="error" title={words('pane.countFailedTitle')}>
        {state.failure.message}
      </Notice>
    );
  }
  if (state.kind === 'none') {
    return (
      <Notice intent="info" title={words('pane.noReleaseTitle')}>
        {words('pane.noRelease', { cycle })}
      </Notice>
    );
  }
  const { release, count } = state;
  if (count === 1) {
    return (
      <Notice intent="success" title={words('pane.countedTitle', { release })}>
        {words('pane.counted')}
      </Notice>
    );
  }
  return count === 0 ? (
    <Notice intent="warning" title={words('pane.notCountedTitle', { release })}>
      {words('pane.notCounted')}
    </Notice>
  ) : (
    <Notice intent="error" title={words('pane.countedTwiceTitle', { release, count })}>
      {words('pane.countedTwice')}
    </Notice>
  );
}
