import { useRef, useState } from 'react';
import type { EvidenceLine } from '../../assessment/evidence';
import type { Failure, Result } from '../../words/result';
import { usePane } from '../pane-context';
import { itemEvidence } from './item-evidence';

export interface Removal {
  readonly busy: boolean;
  /** What was removed here and can be put back, in the order of removal. */
  readonly removed: readonly EvidenceLine[];
  readonly failed: {
    readonly doing: 'remove' | 'put-back';
    readonly line: EvidenceLine;
    readonly failure: Failure;
  } | null;
  /** Both resolve with whether the workbook did it. */
  readonly remove: (line: EvidenceLine) => Promise<boolean>;
  readonly putBack: (line: EvidenceLine) => Promise<boolean>;
}

/** Takes lines off the Evidence sheet one at a time, and keeps each until it is put back or the pane is closed. */
export function useRemoval(): Removal {
  const { store } = usePane();
  const [busy, setBusy] = useState(false);
  const [removed, setRemoved] = useState<readonly EvidenceLine[]>([]);
  const [failed, setFailed] = useState<Removal['failed']>(null);
  const running = useRef(false);

  async function run(doing: 'remove' | 'put-back', line: EvidenceLine): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    const done: Result<unknown> =
      doing === 'remove'
        ? await store.removeEvidence(line)
        : await store.addEvidence([itemEvidence(line, line.item)]);
    running.current = false;
    setBusy(false);
    setFailed(done.ok ? null : { doing, line, failure: done.failure });
    if (done.ok)
      setRemoved((before) => (doing === 'remove' ? [...before, line] : before.filter((one) => one !== line)));
    return done.ok;
  }

  return {
    busy,
    removed,
    failed,
    remove: (line) => run('remove', line),
    putBack: (line) => run('put-back', line),
  };
}
