import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { EvidenceLine } from '../../assessment/evidence';
import type { ItemId } from '../../rubric/schema';
import { useWords } from '../pane-context';
import { Notice } from '../parts/notice';
import { useGoTo } from '../parts/use-go-to';
import { EvidenceCard } from './evidence-card';
import { RemovedEvidence } from './removed-evidence';
import { useRemoval } from './use-removal';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

export interface EvidenceListProps {
  readonly item: ItemId;
  readonly lines: readonly EvidenceLine[];
  /** A removed line is back, and its button gone: the focus needs a place. */
  readonly onPutBack: () => void;
}

/** An item's lines, and those that were removed here and can be put back. */
export function EvidenceList({ item, lines, onPutBack }: EvidenceListProps) {
  const words = useWords();
  const styles = useStyles();
  const { showsSheet, show, trouble } = useGoTo();
  const { busy, removed, failed, remove, putBack } = useRemoval();
  /** The line whose *Undo* gets the focus that its *Remove* had. */
  const [latest, setLatest] = useState<EvidenceLine | null>(null);

  const take = async (line: EvidenceLine) => {
    if (await remove(line)) setLatest(line);
  };
  const giveBack = async (line: EvidenceLine) => {
    if (await putBack(line)) onPutBack();
  };
  return (
    <>
      {lines.length > 0 && (
        <ul className={styles.list}>
          {lines.map((line) => (
            <EvidenceCard
              key={line.row}
              line={line}
              busy={busy}
              onShow={showsSheet ? () => show({ sheet: 'evidence', address: `A${line.row}` }) : null}
              onRemove={() => void take(line)}
            />
          ))}
        </ul>
      )}
      {trouble}
      {failed?.line.item === item && (
        <Notice
          intent="error"
          title={words(failed.doing === 'remove' ? 'pane.notRemovedTitle' : 'pane.notPutBackTitle')}
        >
          {failed.failure.message}
        </Notice>
      )}
      {removed
        .filter((line) => line.item === item)
        .map((line) => (
          <RemovedEvidence
            key={line.row}
            line={line}
            busy={busy}
            focused={line === latest}
            onFocused={() => setLatest(null)}
            onPutBack={() => void giveBack(line)}
          />
        ))}
    </>
  );
}
