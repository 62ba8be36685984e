import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { parseMemberCode } from '../../submission/member-code';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { CodeField } from './code-field';
import { KeyId } from './fingerprint';
import { RecoveryCard } from './recovery-card';
import type { SubmissionState } from './submission-state';
import { useSubmit } from './submit-context';

export interface TokenViewProps {
  readonly state: SubmissionState & { readonly kind: 'token' };
  readonly onCode: (code: string) => void;
  readonly onReview: () => void;
  readonly onBack: () => void;
}

/** From a member code to a token, ahead of the row: the two cannot be brought together afterwards. */
export function TokenView({ state, onCode, onReview, onBack }: TokenViewProps) {
  const { words } = useSubmit();
  const look = useLook();
  const { cycle, token, recovery } = state;
  const held = token !== null && token.authorization !== null;
  return (
    <div className={look.view}>
      <div className={look.stack}>
        <h2 className={look.heading}>{words('pane.tokenTitle')}</h2>
        {!held && <p className={look.text}>{words('pane.tokenWhat', { cycle: cycle.cycle })}</p>}
        <p className={look.quiet}>{words('pane.mode-blind')}</p>
      </div>
      {held && (
        <Notice intent="success" title={words('pane.tokenHeldTitle', { cycle: cycle.cycle })}>
          {words('pane.tokenHeld')}
        </Notice>
      )}
      {recovery !== null && <RecoveryCard code={recovery} />}
      {cycle.tokenKey && <KeyId of="token" id={cycle.tokenKey.id} />}
      {held ? (
        <div className={look.row}>
          <Button appearance="primary" onClick={onReview}>
            {words('pane.reviewAndSubmit')}
          </Button>
          <BackButton onBack={onBack} />
        </div>
      ) : (
        <TokenForm {...state} onCode={onCode} onBack={onBack} />
      )}
    </div>
  );
}

type FormProps = TokenViewProps['state'] & Pick<TokenViewProps, 'onCode' | 'onBack'>;

function TokenForm({ token, busy, failure, onCode, onBack }: FormProps) {
  const { words } = useSubmit();
  const look = useLook();
  const [code, setCode] = useState<string | null>(null);
  return (
    <div className={look.stack}>
      {token && !failure && (
        <Notice intent="warning" title={words('pane.tokenPendingTitle')}>
          {words('pane.tokenPending')}
        </Notice>
      )}
      {failure && (
        <Notice intent="error" title={words('pane.tokenFailedTitle')}>
          {failure.message}
        </Notice>
      )}
      <CodeField
        label={words('pane.memberCode')}
        hint={words('pane.memberHint')}
        read={(text) => parseMemberCode(text, words)}
        onRead={setCode}
      />
      <div className={look.row}>
        <Button
          appearance="primary"
          disabledFocusable={code === null || busy}
          onClick={() => code !== null && onCode(code)}
        >
          {words('pane.getToken')}
        </Button>
        <BackButton onBack={onBack} />
      </div>
      {busy && <Progress label={words('pane.gettingToken')} />}
    </div>
  );
}

function BackButton({ onBack }: Pick<TokenViewProps, 'onBack'>) {
  const { words } = useSubmit();
  return (
    <Button appearance="subtle" onClick={onBack}>
      {words('pane.back')}
    </Button>
  );
}
