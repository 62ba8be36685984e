import type { CapturedEvidence } from '../../assessment/evidence';
import type { CapturedPort, CaptureNotice, InboxPort } from '../../pane/inbox/inbox-port';
import type { Result } from '../../words/result';
import { success } from '../../words/result';
import { newestFirst, withCaptured } from './held-evidence';
import { readArea, writeArea, type InboxBrowser } from './inbox-storage';
import { mappedResult } from './mapped-result';
import { storedInbox } from './stored-inbox';

/** The inbox as the worker uses it: small, for it is loaded at every click. */
export interface WorkerInbox extends CapturedPort, Pick<InboxPort, 'lastItem'> {
  /** Keeps captured evidence. `again`: the same page for the same item was there and was brought up to date; `page` is the digest of its whole address. */
  keep(
    evidence: CapturedEvidence,
    page?: string,
  ): Promise<Result<{ readonly id: string; readonly again: boolean }>>;
  /** How the last capture went, for the panel. */
  tell(notice: CaptureNotice): Promise<Result<void>>;
}

/** The inbox over chrome.storage: the list and the last item in `local`, the notice in `session`. */
export function workerInbox(browser: InboxBrowser): WorkerInbox {
  const { storage, words } = browser;
  const inbox = storedInbox(browser);
  return {
    list: async () => mappedResult(await inbox.read(), newestFirst),
    lastItem: async () => {
      const stored = await readArea(storage.local, ['lastItem'], words);
      return mappedResult(stored, ({ lastItem }) => (typeof lastItem === 'string' ? lastItem : null));
    },
    keep: (evidence, page) =>
      inbox.change((list) => {
        const { list: kept, ...value } = withCaptured(list, evidence, page ?? null);
        return success({ list: kept, value });
      }),
    acknowledge: (evidence) =>
      inbox.change((list) => {
        const taken = new Set(evidence.map(({ id, revision }) => `${id} ${revision}`));
        const left = list.filter(
          ({ evidence: here }) => here === null || !taken.has(`${here.id} ${here.revision}`),
        );
        return success({ list: left, value: undefined });
      }),
    tell: (notice) => writeArea(storage.session, { notice }, words),
  };
}
