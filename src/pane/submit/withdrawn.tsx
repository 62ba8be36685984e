import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SubmissionRecord } from '../../submission/record';
import type { Failure } from '../../words/result';
import { Facts } from '../parts/facts';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { KeyId } from './fingerprint';
import { useSubmit } from './submit-context';
import { Unsaved } from './unsaved';
import { useReceiptCheck } from './use-receipt-check';

export interface WithdrawnProps {
  readonly record: SubmissionRecord;
  readonly unsaved: Failure | null;
  /** Why no row could be put back. */
  readonly failure: Failure | null;
  readonly onKeep: () => void;
  /** What comes next, by the cycle that is open now. */
  readonly children: (openCycle: string | null) => ReactNode;
}

/** The service holds nothing of the row any more, and signed that. */
export function Withdrawn({ record, unsaved, failure, onKeep, children }: WithdrawnProps) {
  const { words } = useSubmit();
  const look = useLook();
  const check = useReceiptCheck(record);
  const { withdrawal, cycle } = record;
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
      {children(check.cycle?.cycle ?? null)}
    </div>
  );
}
