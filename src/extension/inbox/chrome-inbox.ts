import { capturedEvidenceSchema } from '../../assessment/evidence';
import type { InboxPort } from '../../pane/inbox/inbox-port';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import { captureNotice } from './capture-notice';
import { held, type Held, nameOf, newestFirst, storedId } from './held-evidence';
import { areaFullness, type InboxBrowser, readArea, watchKeys } from './inbox-storage';
import { mappedResult } from './mapped-result';
import { storedInbox } from './stored-inbox';
import { workerInbox } from './worker-inbox';

const WATCHED = ['inbox', 'lastItem', 'notice'];

/** The inbox as the side panel uses it: the worker's, with everything that a user does to it. */
export function chromeInbox(browser: InboxBrowser): InboxPort {
  const { storage, words } = browser;
  const inbox = storedInbox(browser);
  const { acknowledge, lastItem } = workerInbox(browser);
  /** What was listed last: thousands of pages are not read again for the few that cannot be. */
  let listed: readonly Held[] | null = null;

  const changeList = (work: (list: readonly Held[]) => readonly Held[]): Promise<Result<void>> =>
    inbox.change((before) => success({ list: work(before), value: undefined }));

  return {
    list: async () => {
      const all = await inbox.read();
      listed = all.ok ? all.value : null;
      return mappedResult(all, newestFirst);
    },
    acknowledge,
    lastItem,
    unreadable: async () =>
      mappedResult(listed === null ? await inbox.read() : success(listed), (all) =>
        all.filter(({ evidence }) => evidence === null).map(nameOf),
      ),
    change: (id, edit) =>
      inbox.change((before) => {
        const old = before.find((one) => storedId(one) === id)?.evidence;
        if (old == null) return failed('gone', words('extension.gone'));
        const edited = capturedEvidenceSchema.safeParse({ ...old, ...edit, revision: old.revision + 1 });
        if (!edited.success) return failed('edit-invalid', words('extension.editInvalid'));
        const after = before.map((one) => (storedId(one) === id ? held(edited.data, one.page) : one));
        const chosen = edit.item == null ? {} : { lastItem: edit.item };
        return success({ list: after, ...chosen, value: undefined });
      }),
    restore: (evidence) =>
      changeList((before) => {
        const here = new Set(before.map((one) => one.evidence?.id));
        return [...evidence.filter(({ id }) => !here.has(id)).map((one) => held(one)), ...before];
      }),
    remove: (ids) =>
      changeList((before) => {
        const gone = new Set<unknown>(ids);
        return before.filter((one) => !gone.has(storedId(one)) || one.evidence === null);
      }),
    notice: async () => {
      const stored = await readArea(storage.session, ['notice'], words);
      return mappedResult(stored, ({ notice }) => captureNotice(notice));
    },
    fullness: () => areaFullness(storage.local, words),
    watch: (onChange) => watchKeys(browser, WATCHED, onChange),
  };
}
