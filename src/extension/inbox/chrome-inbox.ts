import { capturedEvidenceSchema } from '../../assessment/evidence';
import type { InboxPort } from '../../pane/inbox/inbox-port';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import { captureNotice } from './capture-notice';
import { held, type Held } from './held-evidence';
import { type InboxBrowser, readArea, watchKeys } from './inbox-storage';
import { mappedResult } from './mapped-result';
import { storedInbox } from './stored-inbox';
import { workerInbox } from './worker-inbox';

const WATCHED = ['inbox', 'lastItem', 'notice'];

/** The inbox as the side panel uses it: the worker's, with everything that a user does to it. */
export function chromeInbox(browser: InboxBrowser): InboxPort {
  const { storage, words } = browser;
  const inbox = storedInbox(browser);
  const { list, acknowledge, lastItem } = workerInbox(browser);

  const changeList = (work: (list: readonly Held[]) => readonly Held[]): Promise<Result<void>> =>
    inbox.change((before) => success({ list: work(before), value: undefined }));

  return {
    list,
    acknowledge,
    lastItem,
    unreadable: async () =>
      mappedResult(await inbox.read(), (all) => all.filter(({ evidence }) => evidence === null).length),
    change: (id, edit) =>
      inbox.change((before) => {
        const old = before.find(({ evidence }) => evidence?.id === id)?.evidence;
        if (old == null) return failed('gone', words('extension.gone'));
        const edited = capturedEvidenceSchema.safeParse({ ...old, ...edit, revision: old.revision + 1 });
        if (!edited.success) return failed('edit-invalid', words('extension.editInvalid'));
        const after = before.map((one) => (one.evidence?.id === id ? held(edited.data, one.page) : one));
        const chosen = edit.item == null ? {} : { lastItem: edit.item };
        return success({ list: after, ...chosen, value: undefined });
      }),
    restore: (evidence) =>
      changeList((before) => {
        const here = new Set(before.map((one) => one.evidence?.id));
        return [...evidence.filter(({ id }) => !here.has(id)).map((one) => held(one)), ...before];
      }),
    remove: (ids) =>
      changeList((before) =>
        before.filter(({ evidence }) => evidence === null || !ids.includes(evidence.id)),
      ),
    notice: async () => {
      const stored = await readArea(storage.session, ['notice'], words);
      return mappedResult(stored, ({ notice }) => captureNotice(notice));
    },
    watch: (onChange) => watchKeys(browser, WATCHED, onChange),
  };
}
