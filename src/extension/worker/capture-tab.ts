import { captureEvidence, secondsUtc } from '../../assessment/capture-evidence';
import { captureNote } from './capture-note';
import type { PageDigest } from './page-digest';
import type { CaptureNotice, Refusal } from '../../pane/inbox/inbox-port';
import type { ConsentPort } from '../../pane/side-panel/side-panel-props';
import type { WorkerInbox } from '../inbox/worker-inbox';
import type { ExtensionWords } from '../extension-words';
import { pageReading, type PageReader } from './page-reading';
import type { PressedBefore } from './pressed-before';

export interface Capturing extends PageReader {
  readonly inbox: Pick<WorkerInbox, 'keep' | 'lastItem' | 'tell'>;
  readonly consent: Pick<ConsentPort, 'given'>;
  readonly pressed: PressedBefore;
  readonly uuid: () => string;
  readonly digest: PageDigest;
  readonly words: ExtensionWords;
}

/**
 * Captures the page in a tab into the inbox, for the item that was chosen last, and tells how it went. Before the user
 * has agreed nothing is read or kept of the page, and there is nothing to tell (null): the panel asks, and which tab it
 * was waits for the answer.
 */
export async function captureTab(
  tab: chrome.tabs.Tab,
  selected: string,
  capturing: Capturing,
): Promise<CaptureNotice | null> {
  const agreed = await capturing.consent.given();
  if (agreed.ok && !agreed.value) {
    // Where even that cannot be kept, the panel has nothing to tell either: the user presses again.
    await capturing.pressed.note(tab);
    return null;
  }
  const notice = agreed.ok ? await capture(tab, selected, capturing) : notKept(agreed.failure);
  await capturing.inbox.tell(notice);
  return notice;
}

/** Captures the page that the user pressed on before agreeing, now that they have; nothing where there was none. */
export async function captureAfterConsent(
  tabs: Pick<typeof chrome.tabs, 'get'>,
  capturing: Capturing,
): Promise<CaptureNotice | null> {
  const agreed = await capturing.consent.given();
  if (!agreed.ok || !agreed.value) return null;
  const id = await capturing.pressed.take();
  if (!id.ok || id.value === null) return null;
  // A tab that was closed is not there; of one that went to another site the browser gives no address any more.
  const tab = await tabs.get(id.value).catch(() => null);
  if (tab?.url) return captureTab(tab, '', capturing);
  const gone: CaptureNotice = { kind: 'refused', why: 'moved-on' };
  await capturing.inbox.tell(gone);
  return gone;
}

async function capture(tab: chrome.tabs.Tab, selected: string, capturing: Capturing): Promise<CaptureNotice> {
  const { inbox, now, uuid } = capturing;
  const { page, unread, closedFrame } = await pageReading(tab, selected, capturing);
  const item = await inbox.lastItem();
  if (!item.ok) return notKept(item.failure);
  const evidence = captureEvidence(page, { id: `EV-${uuid()}`, item: item.value, now: secondsUtc(now()) });
  if (evidence === null) return { kind: 'refused', why: refusalOf(tab, page.address) };
  const digest = await capturing.digest(page.address);
  if (!digest.ok) return notKept(digest.failure);
  const note = captureNote(page, evidence, capturing.words);
  const kept = await inbox.keep({ ...evidence, note }, digest.value);
  if (!kept.ok) return notKept(kept.failure);
  if (unread !== null) return { kind: 'title-only', ...kept.value, why: unread };
  return { kind: closedFrame ? 'frame-closed' : 'captured', ...kept.value };
}

/** Why there is no evidence of a tab with this address. */
function refusalOf(tab: chrome.tabs.Tab, address: string): Refusal {
  if (/^https?:/.test(address)) return 'too-long';
  const isOnItsWay =
    /^https?:/.test(tab.pendingUrl ?? '') || (tab.status === 'loading' && BLANK.test(address));
  if (isOnItsWay) return 'not-yet';
  return address === '' ? 'not-permitted' : 'no-web-page';
}

/** What a tab shows before its page has come. */
const BLANK = /^(about:blank)?$/;

const notKept = ({ message }: { readonly message: string }): CaptureNotice => ({
  kind: 'not-kept',
  reason: message,
});
