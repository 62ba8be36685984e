import { Button, Field, Input } from '@fluentui/react-components';
import { type ClipboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { pastedLink, typedEvidence, type TypedLink } from '../../assessment/typed-evidence';
import type { ItemId } from '../../rubric/schema';
import { usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { useLook } from '../parts/use-look';
import { type Adding, AddingOutcome } from './adding-outcome';
import { itemEvidence } from './item-evidence';

const NOTHING: TypedLink = { title: '', link: '' };

/** Evidence by hand: a title and a link for the item shown. What was typed stays until the workbook has it. */
export function AddLink({ item }: { readonly item: ItemId }) {
  const { words, store } = usePane();
  const look = useLook();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(NOTHING);
  const [outcome, setOutcome] = useState<Adding>({ kind: 'none' });
  const type = (part: Partial<TypedLink>) => {
    setTyped({ ...typed, ...part });
    setOutcome({ kind: 'none' });
  };
  const focus = (at: number) => form.current?.querySelectorAll('input')[at]?.focus();

  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (outcome.kind === 'busy') return;
    const evidence = typedEvidence(typed, words);
    if (!evidence.ok) {
      setOutcome({ kind: 'wrong', failure: evidence.failure });
      focus(1);
      return;
    }
    setOutcome({ kind: 'busy' });
    const added = await store.addEvidence([itemEvidence(evidence.value, item)]);
    if (added.ok) {
      setTyped(NOTHING);
      focus(0);
    }
    setOutcome(added.ok ? { kind: 'saved', saved: added.value } : { kind: 'failed', failure: added.failure });
  };
  const paste = (event: ClipboardEvent) => {
    const both = pastedLink(event.clipboardData.getData('text'));
    if (both === null) return;
    event.preventDefault();
    type(both);
  };
  return (
    <Disclosure title={words('pane.addLink')}>
      <form
        ref={form}
        noValidate
        className={look.stack}
        onSubmit={(event) => void add(event)}
        onPaste={paste}
      >
        <Field label={words('pane.linkTitle')}>
          <Input value={typed.title} autoComplete="off" onChange={(_, { value }) => type({ title: value })} />
        </Field>
        <Field
          label={words('pane.linkAddress')}
          hint={words('pane.linkHint')}
          required
          {...(outcome.kind === 'wrong' && {
            validationState: 'error' as const,
            validationMessage: outcome.failure.message,
          })}
        >
          <Input
            type="url"
            value={typed.link}
            autoComplete="off"
            onChange={(_, { value }) => type({ link: value })}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          className={look.start}
          disabledFocusable={outcome.kind === 'busy'}
        >
          {words('pane.linkAdd')}
        </Button>
        <AddingOutcome outcome={outcome} />
      </form>
    </Disclosure>
  );
}
