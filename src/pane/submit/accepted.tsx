import type { ReactNode } from 'react';
import type { SubmissionRecord } from '../../submission/record';
import type { Failure } from '../../words/result';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { ReceiptCard } from './receipt-card';
import { RecoveryCard } from './recovery-card';
import { useSubmit } from './submit-context';
import { Unsaved } from './unsaved';
import { useReceiptCheck } from './use-receipt-check';

export interface AcceptedProps {
  readonly record: SubmissionRecord;
  readonly unsaved: Failure | null;
  readonly recovery: string | null;
  /** What was to happen besides, and did not. */
  readonly failure: Failure | null;
  readonly onKeep: () => void;
  /** What comes next, by the cycle that is open now. */
  readonly children: (openCycle: string | null) => ReactNode;
}

/** The service has the row: its receipt, whether the signature holds, and what comes next. */
export function Accepted({ record, unsaved, recovery, failure, onKeep, children }: AcceptedProps) {
  const { words } = useSubmit();
  const look = useLook();
  const check = useReceiptCheck(record);
  return (
    <div className={look.view}>
      <Notice intent="success" title={words('pane.acceptedTitle', { cycle: record.cycle })}>
        {words('pane.accepted')}
      </Notice>
      {unsaved && <Unsaved failure={unsaved} onKeep={onKeep} />}
      {failure && (
        <Notice intent="warning" title={words('pane.notCorrectedTitle')}>
          {failure.message}
        </Notice>
      )}
      {recovery !== null && <RecoveryCard code={recovery} />}
      <ReceiptCard record={record} check={check} />
      {children(check.cycle?.cycle ?? null)}
    </div>
  );
}
