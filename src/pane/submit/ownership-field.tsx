import { useEffect, useState } from 'react';
import { parseRecoveryCode } from '../../submission/owner';
import { failed, type Result, success } from '../../words/result';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { CodeField } from './code-field';
import { type Owned, type Ownership, ownershipBy, type SessionSecrets } from './session-secrets';
import { useSubmit } from './submit-context';

export interface OwnershipFieldProps {
  readonly owned: Owned;
  readonly secrets: SessionSecrets;
  readonly onOwnership: (ownership: Ownership | null) => void;
}

/** Asks for the recovery code of a row, unless this session has it. A code of another row is told here, before anything is sent. */
export function OwnershipField({ owned, secrets, onOwnership }: OwnershipFieldProps) {
  const { words, digest } = useSubmit();
  const look = useLook();
  const [known, setKnown] = useState<boolean | null>(null);
  useEffect(() => {
    let current = true;
    void secrets.ownershipOf(owned).then((ownership) => {
      if (!current) return;
      setKnown(ownership !== null);
      onOwnership(ownership);
    });
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- asked once for a row; what is typed comes by the field
  }, [secrets, owned.cycle, owned.owner]);

  async function read(text: string): Promise<Result<Ownership>> {
    const root = parseRecoveryCode(text, words);
    if (!root.ok) return root;
    const ownership = await ownershipBy(root.value, owned, digest);
    if (!ownership) return failed('code-of-another', words('pane.recoveryOther'));
    secrets.remember(root.value);
    return success(ownership);
  }

  if (owned.owner === null) {
    return (
      <Notice intent="warning" title={words('pane.ownerlessTitle')}>
        {words('pane.ownerless')}
      </Notice>
    );
  }
  if (known === null) return null;
  if (known) return <p className={look.quiet}>{words('pane.recoveryKnown')}</p>;
  return (
    <CodeField
      label={words('pane.recovery')}
      hint={words('pane.recoveryAsked')}
      read={read}
      onRead={onOwnership}
    />
  );
}
