import type { CapturedEvidence } from '../../assessment/evidence';
import type { ItemId } from '../../rubric/schema';
import type { Result } from '../../words/result';
import type { Words } from '../../words/words';
import { asked } from '../store/asked';
import { oneAtATime } from '../store/one-at-a-time';
import { createDrafts, type Drafts } from './drafts';
import type { InboxPort } from './inbox-port';
import { EMPTY_STATE, type InboxState, type Refused, withDrafts } from './inbox-state';

export interface InboxStore extends Drafts {
  subscribe(listener: () => void): () => void;
  state(): InboxState;
  /** Reads the inbox and follows it; gives the way to stop. */
  open(): () => void;
  refresh(): Promise<void>;
  assign(id: string, item: ItemId): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes what was copied, but not what changed since. */
  removeCopied(evidence: readonly CapturedEvidence[]): Promise<void>;
  /** Puts back what the last removal took. */
  undo(): Promise<void>;
  /** Lets everything go that could be undone. */
  forgetRemovals(): void;
  /** Puts a page back that left the inbox while it was edited, with the edits. */
  putBack(page: CapturedEvidence): Promise<void>;
}

/** The inbox as the side panel shows it: what the port says, and beside it what was typed and is not saved yet. */
export function createInboxStore(inbox: InboxPort, words: Words): InboxStore {
  const listeners = new Set<() => void>();
  let state = EMPTY_STATE;
  let queue: Promise<unknown> = Promise.resolve();

  const set = (part: Partial<InboxState>) => {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  };
  const ask = <T>(question: () => Promise<Result<T>>) => asked(words, question, 'panel.unexpected');

  const refresh = oneAtATime(async () => {
    const list = await ask(() => inbox.list());
    if (!list.ok) {
      set({ readFailure: list.failure });
      return;
    }
    const [lastItem, notice] = [await ask(() => inbox.lastItem()), await ask(() => inbox.notice())];
    const [unreadable, fullness] = [await ask(() => inbox.unreadable()), await ask(() => inbox.fullness())];
    const failure = lastItem.ok ? (notice.ok ? null : notice.failure) : lastItem.failure;
    set({
      list: list.value,
      readFailure: failure,
      ...(unreadable.ok && { unreadable: unreadable.value }),
      ...(fullness.ok && { fullness: fullness.value }),
      ...(lastItem.ok && { lastItem: lastItem.value }),
      ...(notice.ok && { notice: notice.value }),
    });
  });

  /** One change after another, in the order of the presses, so that a removal finds what was typed before it. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = queue.then(run);
    queue = done;
    return done;
  }

  /** Changes the inbox and looks again; what it refuses stands in `refused` until something works. */
  async function change(what: Refused['what'], run: () => Promise<Result<void>>, again: () => void) {
    const changed = await ask(run);
    await refresh();
    set({ refused: changed.ok ? null : { what, failure: changed.failure, again } });
    return changed.ok;
  }

  const listed = (ids: readonly string[]) => {
    const asked = new Set(ids);
    return (state.list ?? []).filter(({ id }) => asked.has(id));
  };
  const without = (ids: readonly string[]) => {
    const gone = new Set(ids);
    return new Map([...state.drafts].filter(([, { page }]) => !gone.has(page.id)));
  };

  const removal = (ids: readonly string[], run: () => Promise<Result<void>>, again: () => void) =>
    inTurn(async () => {
      const before = listed(ids);
      if (!(await change('remove', run, again))) return;
      const here = new Set(listed(ids).map(({ id }) => id));
      const gone = before.filter(({ id }) => !here.has(id));
      const removed = gone.map((page) => withDrafts(page, state.drafts));
      set({ removals: [...state.removals, removed], drafts: without(gone.map(({ id }) => id)) });
    });

  const store: InboxStore = {
    ...createDrafts({
      state: () => state,
      set,
      inTurn,
      refresh,
      change: (id, edit) => ask(() => inbox.change(id, edit)),
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    open() {
      void refresh();
      return inbox.watch(() => void refresh());
    },
    refresh,
    assign: (id, item) =>
      inTurn(async () => {
        await change(
          'assign',
          () => inbox.change(id, { item }),
          () => void store.assign(id, item),
        );
      }),
    remove: (ids) =>
      removal(
        ids,
        () => inbox.remove(ids),
        () => void store.remove(ids),
      ),
    removeCopied: (evidence) =>
      removal(
        evidence.map(({ id }) => id),
        () => inbox.acknowledge(evidence.map(({ id, revision }) => ({ id, revision }))),
        () => void store.removeCopied(evidence),
      ),
    undo: () =>
      inTurn(async () => {
        const last = state.removals.at(-1);
        if (!last) return;
        const put = await change(
          'restore',
          () => inbox.restore(last),
          () => void store.undo(),
        );
        if (put) set({ removals: state.removals.slice(0, -1) });
      }),
    forgetRemovals: () => set({ removals: [] }),
    putBack: (page) =>
      inTurn(async () => {
        const whole = withDrafts(page, state.drafts);
        const put = await change(
          'restore',
          () => inbox.restore([whole]),
          () => void store.putBack(page),
        );
        if (put) set({ drafts: without([page.id]) });
      }),
  };
  return store;
}
