import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { withdrawalHeaders } from '../../submission/request-headers';
import type { SubmissionRecord } from '../../submission/record';
import type { Failure } from '../../words/result';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { ExplainedHeaders } from './explained';
import { OwnershipField } from './ownership-field';
import type { Ownership, SessionSecrets } from './session-secrets';
import { useSubmit } from './submit-context';

export interface WithdrawalViewProps {
  readonly record: SubmissionRecord;
  readonly failure: Failure | null;
  readonly secrets: SessionSecrets;
  readonly onWithdraw: (secret: string) => void;
  readonly onBack: () => void;
}

/** Takes the row back: what that does and does not undo, the code that shows whose row it is, and a yes. */
export function WithdrawalView({ record, failure, secrets, onWithdraw, onBack }: WithdrawalViewProps) {
  const { words } = useSubmit();
  const look = useLook();
  const [sure, setSure] = useState(false);
  const [ownership, setOwnership] = useState<Ownership | null>(null);
  const ready = sure && ownership !== null;
  return (
    <div className={look.view}>
      <div className={look.stack}>
        <h2 className={look.heading}>{words('pane.withdrawTitle', { cycle: record.cycle })}</h2>
        <p className={look.text}>{words('pane.withdrawWhat', { endpoint: record.endpoint })}</p>
      </div>
      {failure && (
        <Notice intent="error" title={words('pane.notWithdrawnTitle')}>
          {failure.message}
        </Notice>
      )}
      <OwnershipField owned={record} secrets={secrets} onOwnership={setOwnership} />
      {ownership && (
        <Disclosure title={words('pane.explainHeaders')}>
          <ExplainedHeaders headers={withdrawalHeaders(ownership.secret)} />
        </Disclosure>
      )}
      <Checkbox
        checked={sure}
        onChange={(_, { checked }) => setSure(checked === true)}
        label={words('pane.withdrawSure')}
      />
      <div className={look.row}>
        <Button
          appearance="primary"
          disabledFocusable={!ready}
          onClick={() => ready && onWithdraw(ownership.secret)}
        >
          {words('pane.withdraw')}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {words('pane.back')}
        </Button>
      </div>
    </div>
  );
}
