import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { submissionHeaders } from '../../submission/request-headers';
import type { Failure } from '../../words/result';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { dayWords } from '../day-words';
import { AllThatLeaves } from './all-that-leaves';
import { KeyId } from './fingerprint';
import { RecoveryCard } from './recovery-card';
import type { Review } from './submission-state';
import { useSubmit } from './submit-context';

export interface ReviewViewProps {
  readonly review: Review;
  readonly failure: Failure | null;
  readonly onSubmit: () => void;
  readonly onReview: () => void;
  readonly onBack: () => void;
}

/** Everything that will leave, byte for byte, before it leaves. */
export function ReviewView({ review, failure, onSubmit, onReview, onBack }: ReviewViewProps) {
  const { words, source } = useSubmit();
  const look = useLook();
  const [consent, setConsent] = useState(false);
  const { prepared, cycle, row, recovery } = review;
  const { record } = prepared;
  const changed = source.differs(record);
  return (
    <div className={look.view}>
      <AllThatLeaves
        title={words('pane.reviewTitle')}
        row={row}
        bytes={record.bytes}
        hash={prepared.hash}
        headers={submissionHeaders(record)}
      >
        <p className={look.text}>
          {words('pane.reviewWhat', {
            endpoint: record.endpoint,
            cycle: cycle.cycle,
            closes: dayWords(cycle.closes, words),
          })}
        </p>
        <p className={look.quiet}>{words(`pane.mode-${cycle.mode}`)}</p>
        {cycle.tokenKey && <KeyId of="token" id={cycle.tokenKey.id} />}
      </AllThatLeaves>
      {prepared.replaces && (
        <Notice intent="warning" title={words('pane.replacesTitle')}>
          {words(recovery === null ? 'pane.replaces' : 'pane.replacesOwned')}
        </Notice>
      )}
      {recovery !== null && <RecoveryCard code={recovery} />}
      {changed ? (
        <Notice
          intent="warning"
          title={words('pane.changedTitle')}
          action={{ label: words('pane.reviewAgain'), run: onReview }}
        >
          {words('pane.changedDuringReview')}
        </Notice>
      ) : (
        <Checkbox
          checked={consent}
          onChange={(_, { checked }) => setConsent(checked === true)}
          label={words('pane.consent', { endpoint: record.endpoint })}
        />
      )}
      {failure && (
        <Notice intent="error" title={words('pane.notSentTitle')}>
          {failure.message}
        </Notice>
      )}
      <div className={look.row}>
        <Button appearance="primary" disabledFocusable={!consent || changed} onClick={onSubmit}>
          {words('pane.submit')}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {words('pane.back')}
        </Button>
      </div>
    </div>
  );
}
