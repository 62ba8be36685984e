import { captureEvidence, secondsUtc } from '../../assessment/capture-evidence';
import { captureNote } from './capture-note';
import type { PageDigest } from './page-digest';
import type { CaptureNotice } from '../../pane/inbox/inbox-port';
import type { ConsentPort } from '../../pane/side-panel/side-panel-props';
import type { WorkerInbox } from '../inbox/worker-inbox';
import type { ExtensionWords } from '../extension-words';
import { pageReading, type PageReader } from './page-reading';

export interface Capturing extends PageReader {
  readonly inbox: Pick<WorkerInbox, 'keep' | 'lastItem' | 'tell'>;
  readonly consent: Pick<ConsentPort, 'given'>;
  readonly uuid: () => string;
  readonly digest: PageDigest;
  readonly words: ExtensionWords;
}

/**
 * Captures the page in a tab into the inbox, for the item that was chosen last, and tells how it went. Before the user
 * has agreed nothing is read or kept, and there is nothing to tell (null): the panel asks.
 */
export async function captureTab(
  tab: chrome.tabs.Tab,
  selected: string,
  capturing: Capturing,
): Promise<CaptureNotice | null> {
  const agreed = await capturing.consent.given();
  if (agreed.ok && !agreed.value) return null;
  const notice = agreed.ok ? await capture(tab, selected, capturing) : notKept(agreed.failure);
  await capturing.inbox.tell(notice);
  return notice;
}

async function capture(tab: chrome.tabs.Tab, selected: string, capturing: Capturing): Promise<CaptureNotice> {
  const { inbox, now, uuid } = capturing;
  const { page, titleOnly } = await pageReading(tab, selected, capturing);
  const item = await inbox.lastItem();
  if (!item.ok) return notKept(item.failure);
  const evidence = captureEvidence(page, { id: `EV-${uuid()}`, item: item.value, now: secondsUtc(now()) });
  if (evidence === null) return { kind: 'refused' };
  const digest = await capturing.digest(page.address);
  if (!digest.ok) return notKept(digest.failure);
  const note = captureNote(page, evidence, capturing.words);
  const kept = await inbox.keep({ ...evidence, note }, digest.value);
  if (!kept.ok) return notKept(kept.failure);
  return { kind: titleOnly ? 'title-only' : 'captured', ...kept.value };
}

const notKept = ({ message }: { readonly message: string }): CaptureNotice => ({
  kind: 'not-kept',
  reason: message,
});
