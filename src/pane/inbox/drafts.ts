import type { CapturedEvidence } from '../../assessment/evidence';
import type { Result } from '../../words/result';
import type { EvidenceEdit } from './inbox-port';
import { type Draft, draftKey, type InboxState, type TextField } from './inbox-state';

/** Texts on their way into the inbox. Each stays here until the inbox has it or the user lets it go. */
export interface Drafts {
  /** Keeps what was typed. */
  write(page: CapturedEvidence, field: TextField, text: string): void;
  /** Saves what was typed, unless the inbox says something new since: then the draft is `overtaken` and waits. */
  save(id: string, field: TextField): Promise<void>;
  saveAll(): Promise<void>;
  /** Saves an overtaken draft over what the inbox says. */
  insist(id: string, field: TextField): Promise<void>;
  /** Lets a draft go: what the inbox says stands. */
  drop(id: string, field: TextField): void;
}

export interface DraftParts {
  readonly state: () => InboxState;
  readonly set: (part: Partial<InboxState>) => void;
  readonly inTurn: <T>(run: () => Promise<T>) => Promise<T>;
  readonly refresh: () => Promise<void>;
  readonly change: (id: string, edit: EvidenceEdit) => Promise<Result<void>>;
}

export function createDrafts({ state, set, inTurn, refresh, change }: DraftParts): Drafts {
  const draftOf = (key: string) => state().drafts.get(key);
  const put = (key: string, draft: Draft | null) => {
    const drafts = new Map(state().drafts);
    if (draft) drafts.set(key, draft);
    else drafts.delete(key);
    set({ drafts });
  };
  const pageOf = (id: string) => state().list?.find((page) => page.id === id);

  async function saveNow(id: string, field: TextField): Promise<void> {
    const key = draftKey(id, field);
    const draft = draftOf(key);
    if (!draft) return;
    const page = pageOf(id) ?? draft.page;
    const isSaved = draft.text === draft.base || draft.text === page[field];
    if (isSaved) put(key, null);
    else if (page[field] !== draft.base) put(key, { ...draft, page, overtaken: true });
    else await send(key, draft);
  }

  async function send(key: string, { page: { id }, field, text }: Draft): Promise<void> {
    const changed = await change(id, { [field]: text });
    await refresh();
    const later = draftOf(key);
    if (!later) return;
    const typedOn = later.text === text ? null : { ...later, base: text, failure: null, overtaken: false };
    put(key, changed.ok ? typedOn : { ...later, failure: changed.failure });
  }

  const save = (id: string, field: TextField) => inTurn(() => saveNow(id, field));

  return {
    write(page, field, text) {
      const key = draftKey(page.id, field);
      const before = draftOf(key) ?? { base: page[field], failure: null, overtaken: false };
      put(key, { ...before, field, text, page });
    },
    save,
    async saveAll() {
      await Promise.all([...state().drafts.values()].map(({ page, field }) => save(page.id, field)));
    },
    insist(id, field) {
      const key = draftKey(id, field);
      const draft = draftOf(key);
      const page = pageOf(id);
      if (draft && page) put(key, { ...draft, page, base: page[field], overtaken: false });
      return save(id, field);
    },
    drop: (id, field) => put(draftKey(id, field), null),
  };
}
