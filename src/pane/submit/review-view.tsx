import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../words/result';
import { useAnswers, usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { dayWords } from '../day-words';
import { ExactBytes } from './exact-bytes';
import { ExplainedHeaders, ExplainedRow } from './explained';
import { RowHash } from './row-hash';
import { differsFrom } from './row-now';
import type { Review } from './submission-state';

export interface ReviewViewProps {
  readonly review: Review;
  readonly failure: Failure | null;
  readonly onSubmit: () => void;
  readonly onReview: () => void;
  readonly onBack: () => void;
}

/** Everything that will leave, byte for byte, before it leaves. */
export function ReviewView({ review, failure, onSubmit, onReview, onBack }: ReviewViewProps) {
  const { words, rubric } = usePane();
  const answers = useAnswers();
  const look = useLook();
  const [consent, setConsent] = useState(false);
  const { prepared, cycle, row } = review;
  const changed = differsFrom(prepared.record, answers, rubric, words);
  return (
    <div className={look.view}>
      <div className={look.stack}>
        <h2 className={look.heading}>{words('pane.reviewTitle')}</h2>
        <p className={look.text}>
          {words('pane.reviewWhat', {
            endpoint: prepared.record.endpoint,
            cycle: cycle.cycle,
            closes: dayWords(cycle.closes, words),
          })}
        </p>
      </div>
      {prepared.replaces && (
        <Notice intent="warning" title={words('pane.replacesTitle')}>
          {words('pane.replaces')}
        </Notice>
      )}
      <ExactBytes record={prepared.record} />
      <RowHash hash={prepared.hash} />
      <div>
        <Disclosure title={words('pane.explainFields')}>
          <ExplainedRow row={row} />
        </Disclosure>
        <Disclosure title={words('pane.explainHeaders')}>
          <ExplainedHeaders record={prepared.record} />
        </Disclosure>
      </div>
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
          label={words('pane.consent', { endpoint: prepared.record.endpoint })}
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
