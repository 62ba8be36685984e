import { webcrypto } from 'node:crypto';
import { chromeConsent } from '../../src/extension/inbox/chrome-consent';
import { chromeInbox } from '../../src/extension/inbox/chrome-inbox';
import { workerInbox } from '../../src/extension/inbox/worker-inbox';
import { captureAfterConsent, captureTab } from '../../src/extension/worker/capture-tab';
import type { PageFacts } from '../../src/extension/worker/page-facts';
import { pageDigest } from '../../src/extension/worker/page-digest';
import { pressedBefore } from '../../src/extension/worker/pressed-before';
import { readSelection } from '../../src/extension/worker/read-selection';
import { FakeBrowser, valueOf, words } from './fake-chrome';

const tab = {
  id: 7,
  windowId: 1,
  title: 'SOP-014',
  url: 'https://qms.example/sop?access_token=secret#part',
} as chrome.tabs.Tab;

const facts = (differently: Partial<Record<keyof PageFacts, unknown>> = {}): unknown => ({
  title: tab.title,
  address: tab.url,
  modified: null,
  ...differently,
});
const texts = (...all: readonly string[]) => ({ texts: all, closed: false });

/** What a page answers to each call in turn, the last answer again and again. An Error refuses, `'never'` hangs. */
interface Answers {
  readonly facts?: readonly unknown[];
  /** What is selected as the page itself sees it, and as all its frames say it. */
  readonly selection?: readonly unknown[];
  readonly frames?: readonly unknown[];
}

let browser: FakeBrowser;
let asked: unknown[];
beforeEach(async () => {
  browser = new FakeBrowser();
  asked = [];
  valueOf(await chromeConsent(browser.parts()).give());
});

function capturing(answers: Answers, isSilent = false) {
  const counts = new Map<string, number>();
  const executeScript = async (injection: chrome.scripting.ScriptInjection<unknown[], unknown>) => {
    asked.push(injection);
    const kind = injection.target.allFrames
      ? 'frames'
      : injection.func === readSelection
        ? 'selection'
        : 'facts';
    const all = answers[kind] ?? [kind === 'facts' ? facts() : texts()];
    const turn = counts.get(kind) ?? 0;
    counts.set(kind, turn + 1);
    const answer = all[Math.min(turn, all.length - 1)];
    if (answer === 'never') return new Promise(() => undefined);
    if (answer instanceof Error) throw answer;
    return (kind === 'frames' ? (answer as unknown[]) : [answer]).map((result, frameId) => ({
      frameId,
      result,
    }));
  };
  let drawn = 0;
  return {
    inbox: workerInbox(browser.parts()),
    consent: chromeConsent(browser.parts()),
    pressed: pressedBefore(browser.parts()),
    scripting: { executeScript } as unknown as typeof chrome.scripting,
    now: () => new Date('2026-11-24T09:30:15.750Z'),
    digest: pageDigest(browser.parts(), webcrypto as unknown as Crypto),
    words,
    uuid: () => `00000000-0000-4000-8000-00000000000${(drawn += 1)}`,
    after: isSilent ? async () => undefined : () => new Promise<void>(() => undefined),
  };
}

/** A click on a tab whose page answers so. */
const click = (answers: Answers, selected = '', on = tab) =>
  captureTab(on, selected, capturing(answers, answers.facts?.[0] === 'never'));
const inbox = async () => valueOf(await chromeInbox(browser.parts()).list());
const notice = async () => valueOf(await chromeInbox(browser.parts()).notice());

test('before the user has agreed nothing of the page is read, kept or told: only which tab it was, in memory', async () => {
  browser = new FakeBrowser();
  expect(await click({})).toBeNull();
  expect(asked).toEqual([]);
  expect([browser.local.writes, browser.session.value('pressed')]).toEqual([0, tab.id]);
  expect(await notice()).toBeNull();
});

describe('after the user has agreed', () => {
  const agree = async (get: (id: number) => Promise<chrome.tabs.Tab>) => {
    browser = new FakeBrowser();
    await click({});
    valueOf(await chromeConsent(browser.parts()).give());
    return captureAfterConsent({ get }, capturing({}));
  };

  test('the page that was pressed before is captured, once', async () => {
    expect(await agree(async (id) => ({ ...tab, id }))).toMatchObject({ kind: 'captured' });
    expect(await inbox()).toMatchObject([{ title: 'SOP-014' }]);
    const again = captureAfterConsent({ get: async () => tab }, capturing({}));
    expect(await again).toBeNull();
  });

  test.each([
    ['closed', () => Promise.reject(new Error('No tab with id: 7'))],
    ['of another site by now', () => Promise.resolve({ id: 7 } as chrome.tabs.Tab)],
  ])('a tab that is %s is told, and nothing is kept', async (_case, get) => {
    expect(await agree(get)).toEqual({ kind: 'refused', why: 'moved-on' });
    expect(await notice()).toEqual({ kind: 'refused', why: 'moved-on' });
    expect(await inbox()).toEqual([]);
  });

  test('nothing is captured where nothing was pressed', async () => {
    expect(await captureAfterConsent({ get: async () => tab }, capturing({}))).toBeNull();
  });
});

test('keeps title, clean address, time, selection and the page’s own date', async () => {
  const done = await click({
    facts: [facts({ modified: '2026-05-04' })],
    selection: [texts(' within 5 days ')],
  });
  expect(done).toMatchObject({ kind: 'captured', again: false });
  expect(await notice()).toEqual(done);
  expect(await inbox()).toEqual([
    {
      id: 'EV-00000000-0000-4000-8000-000000000001',
      revision: 1,
      item: null,
      title: 'SOP-014',
      address: 'https://qms.example/sop#part',
      captured: '2026-11-24T09:30:15Z',
      verified: '2026-11-24T09:30:15Z',
      pageDate: '2026-05-04',
      quote: 'within 5 days',
      note: 'Left out of the address, so the link may not open: access_token.',
    },
  ]);
});

const GONE = new Error('Frame with ID 5 was removed.');
test.each<[string, Answers, string, string]>([
  ['the page’s own', { selection: [texts('of the page', 'of a frame')] }, '', 'of the page'],
  ['a frame’s, read with the page', { selection: [texts('in the frame')] }, '', 'in the frame'],
  ['a frame’s that only the browser reaches', { frames: [[texts(), texts('in it')]] }, '', 'in it'],
  ['that one at a second try', { frames: [GONE, [texts('in it')]] }, '', 'in it'],
  ['the page’s at a second try', { selection: [GONE, texts('of it')] }, '', 'of it'],
  ['the page’s where the first answer was empty', { selection: [null, texts('of it')] }, '', 'of it'],
  ['the page’s while its frames come and go', { selection: [texts('of it')], frames: [GONE] }, '', 'of it'],
  ['the menu’s where it is of a frame of another site', { selection: [texts('of it')] }, 'there', 'there'],
  ['the menu’s, with the lines of the page', { selection: [texts('one\n\ntwo')] }, 'one two', 'one\n\ntwo'],
  ['the menu’s, without what nobody sees', { selection: [texts('one\ntwo')] }, 'one hid two', 'one\ntwo'],
  ['the menu’s where the page lets nothing be read', { facts: [GONE], selection: [GONE] }, 'told', 'told'],
])('quotes %s', async (_case, answers, told, quote) => {
  await click(answers, told);
  expect(await inbox()).toMatchObject([{ quote, title: 'SOP-014' }]);
});

test('says that a frame of another site was closed to it, unless something selected was found', async () => {
  const closed = { texts: [], closed: true };
  expect(await click({ selection: [closed] })).toMatchObject({ kind: 'frame-closed' });
  expect(await click({ selection: [{ texts: ['found'], closed: true }] })).toMatchObject({
    kind: 'captured',
  });
  expect(await click({ selection: [closed] }, 'told by the menu')).toMatchObject({ kind: 'captured' });
});

test('a PDF’s title is its tab’s', async () => {
  await click({ facts: [facts({ title: '' })] });
  expect((await inbox())[0]?.title).toBe('SOP-014');
});

test('a page that has moved on since the click is named by itself', async () => {
  await click({ facts: [facts({ title: 'SOP-015', address: 'https://qms.example/sop-015' })] });
  expect(await inbox()).toMatchObject([{ title: 'SOP-015', address: 'https://qms.example/sop-015' }]);
});

test('is for the item that was chosen last, and counts the same page again', async () => {
  await click({});
  const [first] = await inbox();
  valueOf(await chromeInbox(browser.parts()).change(first!.id, { item: 'DC-02' }));
  expect(await click({})).toEqual({ kind: 'captured', id: first!.id, again: true });
  expect(await inbox()).toMatchObject([{ item: 'DC-02', revision: 3 }]);
});

test.each([
  ['refuses the script', new Error('Cannot access contents of the page'), 'not-permitted'],
  ['never answers', 'never', 'silent'],
  ['answers with something else', { title: 5 }, 'not-permitted'],
  ['answers with nothing', null, 'not-permitted'],
])('a page that %s leaves its title and address, and says so', async (_case, answer, why) => {
  expect(await click({ facts: [answer] })).toMatchObject({ kind: 'title-only', again: false, why });
  expect(await inbox()).toMatchObject([{ title: 'SOP-014', address: 'https://qms.example/sop#part' }]);
});

const REFUSING: Answers = { facts: [new Error('Cannot access')], selection: [new Error('Cannot access')] };
test.each<[string, Partial<chrome.tabs.Tab>, string]>([
  ['a page of the browser', { url: 'chrome://version/' }, 'no-web-page'],
  ['a blank one', { url: 'about:blank' }, 'no-web-page'],
  ['a file', { url: 'file:///etc/passwd' }, 'no-web-page'],
  ['a page of an extension', { url: 'chrome-extension://abc/panel.html' }, 'no-web-page'],
  ['one that the browser hides', { url: '' }, 'not-permitted'],
  ['one that has not come yet', { url: '', status: 'loading' }, 'not-yet'],
  ['one on its way to a blank tab', { url: 'about:blank', pendingUrl: 'https://qms.example/' }, 'not-yet'],
  ['one with too long an address', { url: `https://qms.example/?q=${'a'.repeat(2100)}` }, 'too-long'],
  ['one with too long a fragment', { url: `https://qms.example/#${'b'.repeat(9000)}` }, 'too-long'],
])('%s is refused with the true reason, told, and not kept', async (_case, where, why) => {
  expect(await click(REFUSING, '', { ...tab, ...where })).toEqual({ kind: 'refused', why });
  expect(await notice()).toEqual({ kind: 'refused', why });
  expect(await inbox()).toEqual([]);
});

test('a tab that is none is refused', async () => {
  const { id: _id, url: _url, ...none } = tab;
  expect(await click({}, '', none as chrome.tabs.Tab)).toEqual({
    kind: 'refused',
    why: 'not-permitted',
  });
  expect(asked).toEqual([]);
});

test('what the browser had no room for is told with the reason, and nothing else is lost', async () => {
  await click({});
  browser.local.refusal = 'QUOTA_BYTES quota exceeded';
  const full = { kind: 'not-kept', reason: words('extension.inboxFull') };
  expect(await click({ facts: [facts({ address: 'https://qms.example/2' })] })).toEqual(full);
  expect(await notice()).toEqual(full);
  expect(await inbox()).toHaveLength(1);
});

test('two records whose addresses differ in what was taken out are two lines, and neither address is kept', async () => {
  const record = (value: string) => facts({ address: `https://qms.example/x?session=k3m4n5p6q7r8${value}` });
  await click({ facts: [record('s9')] });
  await click({ facts: [record('t9')] });
  expect(await inbox()).toHaveLength(2);
  expect(await click({ facts: [record('t9')] })).toMatchObject({ again: true });
  expect(JSON.stringify([...browser.local.kept.values()])).not.toContain('k3m4n5p6q7r8');
  expect(JSON.stringify(await inbox())).not.toMatch(/[0-9a-f]{64}/);
});

test('an untitled page is called by its file or its clean address, and a quote has clean links', async () => {
  const url = 'https://b.example/sbom.json?X-Amz-Signature=hunter2x&v=3';
  const on = { ...tab, url, title: url.slice('https://'.length) };
  const quote = 'See https://c.example/a?token=hunter2x. And /x?sig=hunter2x';
  await click({ facts: [facts({ address: url, title: '' })], selection: [texts(quote)] }, '', on);
  expect(await inbox()).toMatchObject([{ title: 'sbom.json', quote: 'See https://c.example/a. And /x' }]);
  const page = {
    ...on,
    url: 'https://b.example/x?token=hunter2x&v=3',
    title: 'b.example/x?token=hunter2x&v=3',
  };
  await click({ facts: [facts({ address: page.url, title: '' })] }, '', page);
  expect((await inbox())[0]?.title).toBe('https://b.example/x?v=3');
  expect(JSON.stringify([...browser.local.kept.values()])).not.toContain('hunter2x');
});

test('says what the date of a page comes from', async () => {
  const dated = { modified: '2026-05-04', modifiedFrom: 'dateModified' };
  await click({ facts: [facts({ address: 'https://a.example/', ...dated })] });
  expect(await inbox()).toMatchObject([{ pageDate: '2026-05-04', note: 'Page date from dateModified.' }]);
});
