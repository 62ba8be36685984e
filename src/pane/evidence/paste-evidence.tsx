import { Button, Field, Textarea } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { parseEvidenceText, type PastedEvidence } from '../../assessment/parse-evidence-text';
import type { ItemId } from '../../rubric/schema';
import { usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { useLook } from '../parts/use-look';
import { type Adding, AddingOutcome } from './adding-outcome';
import { EvidencePreview } from './evidence-preview';
import { groupPasted } from './group-pasted';
import { itemEvidence } from './item-evidence';

/** The text stays until the workbook has what it says, also while other items are looked at. */
export function PasteEvidence({ item }: { readonly item: ItemId }) {
  const { words, rubric, store } = usePane();
  const look = useLook();
  const own = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Adding>({ kind: 'none' });
  const busy = outcome.kind === 'busy';
  const parsed = useMemo(
    () => (text.trim() === '' ? null : parseEvidenceText(text, rubric, words)),
    [text, rubric, words],
  );

  const add = async (rows: readonly PastedEvidence[]) => {
    if (busy) return;
    setOutcome({ kind: 'busy' });
    const added = await store.addEvidence(rows.map((row) => itemEvidence(row, row.item ?? item)));
    if (added.ok) {
      setText('');
      own.current?.querySelector('textarea')?.focus();
    }
    setOutcome(added.ok ? { kind: 'saved', saved: added.value } : { kind: 'failed', failure: added.failure });
  };
  return (
    <Disclosure title={words('pane.pasteEvidence')}>
      <div ref={own} className={look.stack}>
        <Field
          label={words('pane.pasteLabel')}
          hint={words('pane.pasteHint')}
          {...(parsed?.ok === false && {
            validationState: 'error' as const,
            validationMessage: parsed.failure.message,
          })}
        >
          <Textarea
            value={text}
            rows={3}
            resize="vertical"
            autoComplete="off"
            spellCheck={false}
            readOnly={busy}
            onChange={(_, { value }) => {
              setText(value);
              setOutcome({ kind: 'none' });
            }}
          />
        </Field>
        {parsed?.ok && (
          <Rows rows={parsed.value} item={item} busy={busy} onAdd={() => void add(parsed.value)} />
        )}
        <AddingOutcome outcome={outcome} />
      </div>
    </Disclosure>
  );
}

interface RowsProps {
  readonly rows: readonly PastedEvidence[];
  readonly item: ItemId;
  readonly busy: boolean;
  readonly onAdd: () => void;
}

/** What the pasted text says, and the button that writes it. */
function Rows({ rows, item, busy, onAdd }: RowsProps) {
  const { words } = usePane();
  const look = useLook();
  return (
    <>
      <EvidencePreview name={words('pane.pastePreview')} groups={groupPasted(rows, item, words)} />
      <Button appearance="primary" className={look.start} disabledFocusable={busy} onClick={onAdd}>
        {words('pane.addEvidence', { count: rows.length })}
      </Button>
    </>
  );
}
