import { Button } from '@fluentui/react-components';
import type { SubmissionRecord } from '../../submission/record';
import { useLook } from '../parts/use-look';
import { CountedCheck } from './counted-check';
import { ProofFacts } from './proof-facts';
import { useSubmit } from './submit-context';
import type { ReceiptCheck } from './use-receipt-check';

export interface ReceiptCardProps {
  readonly record: SubmissionRecord;
  readonly check: ReceiptCheck;
}

/** What the service signed, and what follows from it. */
export function ReceiptCard({ record, check }: ReceiptCardProps) {
  const { words } = useSubmit();
  const look = useLook();
  const { receipt } = record;
  return (
    <section className={look.card} aria-labelledby="receipt-title">
      <h2 id="receipt-title" className={look.heading}>
        {words('pane.receipt')}
      </h2>
      <p role="status" className={look.text}>
        {words(`pane.signature-${check.verified}`)}
      </p>
      <div className={look.row}>
        <Button size="small" onClick={check.again}>
          {words('pane.checkReceipt')}
        </Button>
      </div>
      <ProofFacts record={record} />
      {receipt && <CountedCheck receipt={receipt} />}
    </section>
  );
}
