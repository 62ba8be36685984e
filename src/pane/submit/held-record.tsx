import { Button } from '@fluentui/react-components';
import { proofOf, recordFileName, recordFileText } from '../../submission/record-file';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import type { HandOverPort } from '../ports';
import { AddRecord } from './add-record';
import type { KeptRecord } from './hand-over-state';
import { PageLink } from './page-link';
import { ProofFacts } from './proof-facts';
import { useSubmit } from './submit-context';
import { TakeText, useSaving } from './take-text';
import { Unsaved } from './unsaved';
import type { HandOverActions } from './use-hand-over';

export interface HeldRecordProps {
  readonly handOver: HandOverPort;
  readonly kept: KeptRecord;
  readonly actions: HandOverActions;
}

/** The service has the row, and the workbook what proves it. Whatever would send leads to the benchmark's page. */
export function HeldRecord({ handOver, kept, actions }: HeldRecordProps) {
  const { words, source } = useSubmit();
  const look = useLook();
  const { record, signature, unsaved } = kept;
  const { cycle, state } = record;
  const withdrawn = state === 'withdrawn';
  const over = cycle !== handOver.cycle;
  const changed = !over && !withdrawn && source.differs(record);
  return (
    <div className={look.view}>
      <Notice
        intent="success"
        title={words(withdrawn ? 'pane.withdrawnTitle' : 'pane.acceptedTitle', { cycle })}
      >
        {words(withdrawn ? 'handover.heldWithdrawn' : 'handover.heldWhat')}
      </Notice>
      {unsaved && <Unsaved failure={unsaved} onKeep={actions.keepAgain} />}
      <section className={look.card} aria-labelledby="proof-title">
        <h2 id="proof-title" className={look.heading}>
          {words(withdrawn ? 'pane.withdrawal' : 'pane.receipt')}
        </h2>
        <p className={look.text}>{words(`handover.proof-${signature ?? 'unchecked'}`)}</p>
        <ProofFacts record={record} />
      </section>
      {over && <p className={look.text}>{words('handover.nextCycle', { cycle: handOver.cycle })}</p>}
      {changed && (
        <Notice intent="info" title={words('pane.changedTitle')}>
          {words('handover.answersChanged', { cycle })}
        </Notice>
      )}
      {(over || changed || withdrawn) && (
        <Button className={look.start} onClick={actions.review}>
          {words('handover.review')}
        </Button>
      )}
      <ChangeIt handOver={handOver} kept={kept} />
      <AddRecord key={proofOf(record)?.signature} actions={actions} />
    </div>
  );
}

function ChangeIt({ handOver, kept: { record } }: Pick<HeldRecordProps, 'handOver' | 'kept'>) {
  const { words } = useSubmit();
  const look = useLook();
  const saving = useSaving(handOver);
  const name = recordFileName(record.cycle);
  if (record.owner === null) return null;
  return (
    <section className={look.card} aria-labelledby="change-title">
      <h2 id="change-title" className={look.heading}>
        {words('handover.changeTitle')}
      </h2>
      <p className={look.text}>{words('handover.changeWhat')}</p>
      <TakeText ways={[saving(words('handover.saveRecord'), name, recordFileText(record, null))]} />
      <PageLink page={handOver.page} />
    </section>
  );
}
