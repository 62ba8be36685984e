import { Button } from '@fluentui/react-components';
import type { SubmissionRecord } from '../../submission/record';
import type { Failure } from '../../words/result';
import { useAnswers, usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { ReceiptCard } from './receipt-card';
import { RecoveryCard } from './recovery-card';
import { differsFrom } from './row-now';
import { Unsaved } from './unsaved';
import { useReceiptCheck } from './use-receipt-check';

export interface AcceptedProps {
  readonly record: SubmissionRecord;
  readonly unsaved: Failure | null;
  readonly recovery: string | null;
  /** What was to happen besides, and did not. */
  readonly failure: Failure | null;
  readonly onKeep: () => void;
  readonly onReview: () => void;
  readonly onCorrect: () => void;
  readonly onWithdraw: () => void;
}

/** The service has the row: its receipt, whether the signature holds, and what changed since. */
export function Accepted(props: AcceptedProps) {
  const { record, unsaved, recovery, failure, onKeep } = props;
  const { words } = usePane();
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
      {!unsaved && <Next {...props} openCycle={check.cycle?.cycle ?? null} />}
    </div>
  );
}

interface NextProps extends AcceptedProps {
  readonly openCycle: string | null;
}

/** The next cycle's row once it is open; until then, this one can be corrected, and withdrawn at any time. */
function Next({ record, openCycle, onReview, onCorrect, onWithdraw }: NextProps) {
  const { words, rubric } = usePane();
  const answers = useAnswers();
  const look = useLook();
  const over = openCycle !== null && openCycle !== record.cycle;
  const changed = !over && differsFrom(record, answers, rubric, words);
  return (
    <>
      {over && (
        <div className={look.stack}>
          <p className={look.text}>{words('pane.nextCycle', { cycle: openCycle })}</p>
          <Button appearance="primary" className={look.start} onClick={onReview}>
            {words('pane.reviewAndSubmit')}
          </Button>
        </div>
      )}
      {changed && (
        <Notice
          intent="info"
          title={words('pane.changedTitle')}
          {...(record.owner !== null && { action: { label: words('pane.correct'), run: onCorrect } })}
        >
          {words(record.owner === null ? 'pane.changedSince' : 'pane.changedSinceOwned', {
            cycle: record.cycle,
          })}
        </Notice>
      )}
      {record.owner !== null && (
        <Button size="small" className={look.start} onClick={onWithdraw}>
          {words('pane.toWithdrawal')}
        </Button>
      )}
    </>
  );
}
