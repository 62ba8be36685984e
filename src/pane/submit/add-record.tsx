import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../pane-context';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import type { Offered } from './hand-over-state';
import { TextIntake } from './text-intake';
import type { HandOverActions } from './use-hand-over';

/** Takes back the file that the benchmark's page saves: checked here, and looked at by a person where there is doubt. */
export function AddRecord({ actions }: { readonly actions: HandOverActions }) {
  const words = useWords();
  const look = useLook();
  const [offered, setOffered] = useState<Offered | 'none' | 'busy'>('none');

  async function read(text: string): Promise<void> {
    setOffered('busy');
    const found = await actions.offer(text);
    setOffered(found.kind === 'clear' ? 'none' : found);
    if (found.kind === 'clear') actions.add(found.read);
  }

  return (
    <section className={look.card} aria-labelledby="add-record-title">
      <h2 id="add-record-title" className={look.heading}>
        {words('handover.addTitle')}
      </h2>
      <p className={look.text}>{words('handover.addWhat')}</p>
      {typeof offered === 'object' && offered.kind === 'doubtful' ? (
        <Doubtful
          offered={offered}
          onAdd={() => actions.add(offered.read)}
          onLeave={() => setOffered('none')}
        />
      ) : (
        <TextIntake
          label={words('handover.recordText')}
          hint={words('handover.recordHint')}
          chooseFile={words('handover.chooseRecord')}
          usePasted={words('handover.addPasted')}
          disabled={offered === 'busy'}
          onText={(text) => void read(text)}
        />
      )}
      {offered === 'busy' && <Progress label={words('handover.checking')} />}
      {typeof offered === 'object' && offered.kind === 'refused' && (
        <Notice intent="error" title={words('handover.addFailedTitle')}>
          {offered.failure.message}
        </Notice>
      )}
    </section>
  );
}

interface DoubtfulProps {
  readonly offered: Offered & { readonly kind: 'doubtful' };
  readonly onAdd: () => void;
  readonly onLeave: () => void;
}

function Doubtful({ offered, onAdd, onLeave }: DoubtfulProps) {
  const words = useWords();
  const look = useLook();
  return (
    <>
      <Notice intent="warning" title={words('handover.doubtTitle')}>
        {offered.doubts.map((doubt) => words(`handover.${doubt}`)).join(' ')}
      </Notice>
      <div className={look.row}>
        <Button onClick={onAdd}>{words('handover.addAnyway')}</Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words('handover.dontAdd')}
        </Button>
      </div>
    </>
  );
}
