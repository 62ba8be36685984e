import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { correctionHeaders } from '../../submission/request-headers';
import type { Failure } from '../../words/result';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { ChangesTable } from './changes-table';
import { ExactBytes } from './exact-bytes';
import { ExplainedHeaders } from './explained';
import { RowHash } from './fingerprint';
import { OwnershipField } from './ownership-field';
import type { Ownership, SessionSecrets } from './session-secrets';
import type { Draft } from './submission-state';
import { useSubmit } from './submit-context';

export interface CorrectionViewProps {
  readonly draft: Draft;
  readonly failure: Failure | null;
  readonly secrets: SessionSecrets;
  readonly onSend: (secret: string) => void;
  readonly onReview: () => void;
  readonly onBack: () => void;
  readonly onDiscard: () => void;
}

/** The bytes that take the place of what the service holds, what they change, and the code that shows whose row it is. */
export function CorrectionView(props: CorrectionViewProps) {
  const { draft, failure, secrets, onSend, onReview, onBack, onDiscard } = props;
  const { words, source } = useSubmit();
  const look = useLook();
  const [consent, setConsent] = useState(draft.again);
  const [ownership, setOwnership] = useState<Ownership | null>(null);
  const { record, changes, again } = draft;
  const { bytes, hash } = record.correction ?? record;
  // What was agreed to before goes as it was, whatever the answers say now.
  const outdated = !again && source.differs({ ...record, bytes });
  const ready = ownership !== null && consent && !outdated;
  const title = again ? 'correctAgainTitle' : record.withdrawal ? 'putBackTitle' : 'correctTitle';
  return (
    <div className={look.view}>
      <div className={look.stack}>
        <h2 className={look.heading}>{words(`pane.${title}`)}</h2>
        <p className={look.text}>
          {words(again ? 'pane.correctAgainWhat' : 'pane.correctWhat', {
            endpoint: record.endpoint,
            cycle: record.cycle,
          })}
        </p>
      </div>
      {failure && (
        <Notice intent="error" title={words('pane.notCorrectedTitle')}>
          {failure.message}
          {failure.code === 'revision-stale' && ` ${words('pane.revisionStale')}`}
        </Notice>
      )}
      {changes && <ChangesTable changes={changes} />}
      <ExactBytes bytes={bytes} />
      <RowHash hash={hash} />
      <OwnershipField owned={record} secrets={secrets} onOwnership={setOwnership} />
      {ownership && (
        <Disclosure title={words('pane.explainHeaders')}>
          <ExplainedHeaders headers={correctionHeaders(record, ownership.secret)} />
        </Disclosure>
      )}
      {outdated ? (
        <Notice
          intent="warning"
          title={words('pane.changedTitle')}
          action={{ label: words('pane.reviewAgain'), run: onReview }}
        >
          {words('pane.changedDuringReview')}
        </Notice>
      ) : (
        !again && (
          <Checkbox
            checked={consent}
            onChange={(_, { checked }) => setConsent(checked === true)}
            label={words('pane.consent', { endpoint: record.endpoint })}
          />
        )
      )}
      <div className={look.row}>
        <Button
          appearance="primary"
          disabledFocusable={!ready}
          onClick={() => ready && onSend(ownership.secret)}
        >
          {words(again ? 'pane.sendAgain' : 'pane.sendCorrection')}
        </Button>
        <Button appearance="subtle" onClick={again ? onDiscard : onBack}>
          {words(again ? 'pane.discardCorrection' : 'pane.back')}
        </Button>
      </div>
    </div>
  );
}
