import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect } from 'react';
import { type CapturedEvidence, EVIDENCE_LIMITS } from '../../assessment/evidence';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { useInbox, useInboxState } from './inbox-context';
import { type Draft, draftKey, type TextField } from './inbox-state';

/** A pause in typing after which a text is saved: the panel may be closed without a word. */
const PAUSE_MS = 800;

/** A quote is read before it is changed; a note is short. */
const ROWS = { quote: 6, note: 3 } as const;

export interface TextDraftProps {
  readonly page: CapturedEvidence;
  readonly field: TextField;
}

/** One text of a captured page. It is saved when it is left, on Enter and in a pause; until then it stays as it was typed. */
export function TextDraft({ page, field }: TextDraftProps) {
  const { words, store } = useInbox();
  const { drafts } = useInboxState();
  const draft = drafts.get(draftKey(page.id, field));
  const text = draft?.text ?? page[field];
  const waits = draft !== undefined && draft.failure === null && !draft.overtaken;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => void store.save(page.id, field), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [store, page.id, field, text, waits]);

  const shared = {
    value: text,
    maxLength: EVIDENCE_LIMITS[field],
    onBlur: () => void store.save(page.id, field),
  };
  const write = (value: string) => store.write(page, field, value);
  const onEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void store.save(page.id, field);
  };
  return (
    <div>
      <Field label={words(`panel.${field}`)} hint={words(`panel.${field}Hint`)}>
        {field === 'title' ? (
          <Input {...shared} onChange={(_, { value }) => write(value)} onKeyDown={onEnter} />
        ) : (
          <Textarea
            {...shared}
            resize="vertical"
            rows={ROWS[field]}
            onChange={(_, { value }) => write(value)}
          />
        )}
      </Field>
      {draft && <DraftTrouble page={page} draft={draft} />}
    </div>
  );
}

function DraftTrouble({ page, draft }: { readonly page: CapturedEvidence; readonly draft: Draft }) {
  const { words, store } = useInbox();
  const look = useLook();
  const { field, failure, overtaken } = draft;
  if (overtaken)
    return (
      <div className={look.stack}>
        <Notice
          intent="warning"
          title={words('panel.overtakenTitle')}
          action={{ label: words('panel.keepMine'), run: () => void store.insist(page.id, field) }}
        >
          {words('panel.overtaken', { text: page[field] })}
        </Notice>
        <Button size="small" className={look.start} onClick={() => store.drop(page.id, field)}>
          {words('panel.takeTheirs')}
        </Button>
      </div>
    );
  if (failure)
    return (
      <Notice
        intent="error"
        title={words('panel.notSavedTitle')}
        action={{ label: words('pane.tryAgain'), run: () => void store.save(page.id, field) }}
      >
        {failure.message}
      </Notice>
    );
  return null;
}
