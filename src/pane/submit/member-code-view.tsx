import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { parseMemberCode } from '../../submission/member-code';
import type { Cycle } from '../../submission/port';
import { useLook } from '../parts/use-look';
import { CodeField } from './code-field';
import { useSubmit } from './submit-context';

export interface MemberCodeViewProps {
  readonly cycle: Cycle;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
}

/** Asks for the member code that admits the row. */
export function MemberCodeView({ cycle, onCode, onBack }: MemberCodeViewProps) {
  const { words } = useSubmit();
  const look = useLook();
  const [code, setCode] = useState<string | null>(null);
  return (
    <div className={look.view}>
      <div className={look.stack}>
        <h2 className={look.heading}>{words('pane.memberTitle')}</h2>
        <p className={look.text}>{words('pane.memberWhat', { cycle: cycle.cycle })}</p>
        <p className={look.quiet}>{words('pane.mode-code')}</p>
      </div>
      <CodeField
        label={words('pane.memberCode')}
        hint={words('pane.memberHint')}
        read={(text) => parseMemberCode(text, words)}
        onRead={setCode}
      />
      <div className={look.row}>
        <Button
          appearance="primary"
          disabledFocusable={code === null}
          onClick={() => code !== null && onCode(code)}
        >
          {words('pane.goOn')}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {words('pane.back')}
        </Button>
      </div>
    </div>
  );
}
