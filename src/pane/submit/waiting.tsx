import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SubmissionRecord } from '../../submission/record';
import { isRefusal } from '../../submission/settle';
import type { Failure } from '../../words/result';
import { dayWords } from '../day-words';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { ExactBytes } from './exact-bytes';
import { RowHash } from './fingerprint';
import { useSubmit } from './submit-context';

export interface WaitingProps {
  readonly record: SubmissionRecord;
  /** Why it did not go through; null when the pane was closed before it knew. */
  readonly failure: Failure | null;
  readonly onSend: () => void;
  readonly onReview: () => void;
  readonly onCorrect: () => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

/** A row that was consented to and has no receipt yet. Sending it again is always safe. */
export function Waiting({ record, failure, onSend, onReview, onCorrect, children }: WaitingProps) {
  const { words, benchmark, source } = useSubmit();
  const look = useLook();
  const elsewhere = record.endpoint !== benchmark.endpoint;
  const changed = source.differs(record);
  const refused = failure !== null && isRefusal(failure.code);
  const reviewable = changed ? 'changedWhileWaiting' : elsewhere ? 'reviewForHere' : 'reviewAfterRefusal';
  return (
    <div className={look.view}>
      {elsewhere ? (
        <Notice intent="warning" title={words('pane.waitingTitle')}>
          {words('pane.waitingElsewhere', { theirs: record.endpoint, ours: benchmark.endpoint })}
        </Notice>
      ) : (
        <Notice intent={failure ? 'error' : 'warning'} title={words('pane.waitingTitle')}>
          {failure?.message ?? words('pane.waitingUnknown')}
        </Notice>
      )}
      {!elsewhere && (
        <div className={look.stack}>
          <Button appearance="primary" className={look.start} onClick={onSend}>
            {words('pane.sendAgain')}
          </Button>
          <p className={look.quiet}>{words('pane.sendAgainSafe')}</p>
        </div>
      )}
      {failure?.code === 'conflict' && record.owner !== null && (
        <div className={look.stack}>
          <p className={look.text}>{words('pane.correctAfterConflict')}</p>
          <Button className={look.start} onClick={onCorrect}>
            {words('pane.correct')}
          </Button>
        </div>
      )}
      {(changed || elsewhere || refused) && (
        <div className={look.stack}>
          <p className={look.text}>{words(`pane.${reviewable}`)}</p>
          <Button className={look.start} onClick={onReview}>
            {words('pane.reviewAgain')}
          </Button>
        </div>
      )}
      {children}
      <Disclosure title={words('pane.rowOf', { day: dayWords(record.prepared, words), cycle: record.cycle })}>
        <ExactBytes bytes={record.bytes} />
        <RowHash hash={record.hash} />
      </Disclosure>
    </div>
  );
}
