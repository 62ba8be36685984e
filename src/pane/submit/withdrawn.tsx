import { Button } from '@fluentui/react-components';
import type { SubmissionRecord } from '../../submission/record';
import type { Failure } from '../../words/result';
import { usePane } from '../pane-context';
import { Facts } from '../parts/facts';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { KeyId } from './fingerprint';
import { Unsaved } from './unsaved';
import { useReceiptCheck } from './use-receipt-check';

export interface WithdrawnProps {
  readonly record: SubmissionRecord;
  readonly unsaved: Failure | null;
  /** Why no row could be put back. */
  readonly failure: Failure | null;
  readonly onKeep: () => void;
  readonly onReview: () => void;
  readonly onCorrect: () => void;
}

/** The service holds nothing of the row any more, and signed that. */
export function Withdrawn({ record, unsaved, failure, onKeep, onReview, onCorrect }: WithdrawnProps) {
  const { words } = usePane();
  const look = useLook();
  const check = useReceiptCheck(record);
  const { withdrawal, cycle } = record;
  const nextCycle = check.cycle && check.cycle.cycle !== cycle ? check.cycle.cycle : null;
  return (
    <div className={look.view}>
      <Notice intent="success" title={words('pane.withdrawnTitle', { cycle })}>
        {words('pane.withdrawn')}
      </Notice>
      {unsaved && <Unsaved failure={unsaved} onKeep={onKeep} />}
      {failure && (
        <Notice intent="warning" title={words('pane.notReadyTitle')}>
          {failure.message}
        </Notice>
      )}
      {withdrawal && (
        <section className={look.card} aria-labelledby="withdrawal-title">
          <h2 id="withdrawal-title" className={look.heading}>
            {words('pane.withdrawal')}
          </h2>
          <p role="status" className={look.text}>
            {words(`pane.signature-${check.verified}`)}
          </p>
          <div className={look.row}>
            <Button size="small" onClick={check.again}>
              {words('pane.checkReceipt')}
            </Button>
          </div>
          <Facts
            facts={[
              [words('pane.cycle'), cycle],
              [words('pane.revision'), words('pane.number', { value: withdrawal.revision })],
            ]}
          />
          <KeyId of="receipt" id={withdrawal.keyId} />
        </section>
      )}
      {!unsaved && (
        <div className={look.stack}>
          <p className={look.text}>
            {nextCycle === null ? words('pane.putBackWhat') : words('pane.nextCycle', { cycle: nextCycle })}
          </p>
          <Button className={look.start} onClick={nextCycle === null ? onCorrect : onReview}>
            {words(nextCycle === null ? 'pane.putBack' : 'pane.reviewAndSubmit')}
          </Button>
        </div>
      )}
    </div>
  );
}
