import { webcrypto } from 'node:crypto';
import { chromeConsent } from '../../src/extension/inbox/chrome-consent';
import { chromeInbox } from '../../src/extension/inbox/chrome-inbox';
import { workerInbox } from '../../src/extension/inbox/worker-inbox';
import { captureTab } from '../../src/extension/worker/capture-tab';
import type { PageFacts } from '../../src/extension/worker/page-facts';
import { pageDigest } from '../../src/extension/worker/page-digest';
import { FakeBrowser, valueOf, words } from './fake-chrome';

type Frame = { readonly frameId: number; readonly result: unknown };

const tab = {
  id: 7,
  windowId: 1,
  title: 'SOP-014',
  url: 'https://qms.example/sop?access_token=secret#part',
} as chrome.tabs.Tab;

const facts = (differently: Partial<Record<keyof PageFacts, unknown>> = {}): Frame => ({
  frameId: 0,
  result: { title: tab.title, address: tab.url, selection: '', modified: null, ...differently },
});

let browser: FakeBrowser;
let asked: unknown[];
beforeEach(async () => {
  browser = new FakeBrowser();
  asked = [];
  valueOf(await chromeConsent(browser.parts()).give());
});

/** A click on a tab whose page answers with these frames; `null` refuses, `'never'` hangs. */
async function click(frames: readonly Frame[] | null | 'never', selected = '', on = tab) {
  const executeScript = async (injection: unknown) => {
    asked.push(injection);
    if (frames === 'never') return new Promise(() => undefined);
    if (frames === null) throw new Error('Cannot access contents of the page');
    return frames;
  };
  let drawn = 0;
  return captureTab(on, selected, {
    inbox: workerInbox(browser.parts()),
    consent: chromeConsent(browser.parts()),
    scripting: { executeScript } as unknown as typeof chrome.scripting,
    now: () => new Date('2026-11-24T09:30:15.750Z'),
    digest: pageDigest(browser.parts(), webcrypto as unknown as Crypto),
    words,
    uuid: () => `00000000-0000-4000-8000-00000000000${(drawn += 1)}`,
    after: frames === 'never' ? async () => undefined : () => new Promise(() => undefined),
  });
}
const inbox = async () => valueOf(await chromeInbox(browser.parts()).list());
const notice = async () => valueOf(await chromeInbox(browser.parts()).notice());

test('before the user has agreed nothing is read, kept or told', async () => {
  browser = new FakeBrowser();
  expect(await click([facts()])).toBeNull();
  expect(asked).toEqual([]);
  expect([browser.local.writes, browser.session.writes]).toEqual([0, 0]);
});

test('keeps title, clean address, time, selection and the page’s own date', async () => {
  const done = await click([facts({ selection: ' within 5 days ', modified: '2026-05-04' })]);
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

test('takes the selection that the browser told before the one that the page shows', async () => {
  await click([facts({ selection: 'of the page' })], 'of a frame of another site');
  expect((await inbox())[0]?.quote).toBe('of a frame of another site');
});

test('finds a selection in a frame of the same site', async () => {
  await click([
    { frameId: 3, result: { ...(facts().result as object), selection: 'in the frame' } },
    facts(),
  ]);
  expect(await inbox()).toMatchObject([{ quote: 'in the frame', title: 'SOP-014' }]);
});

test('a PDF’s title is its tab’s', async () => {
  await click([facts({ title: '' })]);
  expect((await inbox())[0]?.title).toBe('SOP-014');
});

test('a page that has moved on since the click is named by itself', async () => {
  await click([facts({ title: 'SOP-015', address: 'https://qms.example/sop-015' })]);
  expect(await inbox()).toMatchObject([{ title: 'SOP-015', address: 'https://qms.example/sop-015' }]);
});

test('is for the item that was chosen last, and counts the same page again', async () => {
  await click([facts()]);
  const [first] = await inbox();
  valueOf(await chromeInbox(browser.parts()).change(first!.id, { item: 'DC-02' }));
  expect(await click([facts()])).toEqual({ kind: 'captured', id: first!.id, again: true });
  expect(await inbox()).toMatchObject([{ item: 'DC-02', revision: 3 }]);
});

test.each([
  ['refuses the script', null],
  ['never answers', 'never'],
  ['answers with something else', [{ frameId: 0, result: { title: 5 } }]],
  ['answers without its main frame', [{ frameId: 2, result: facts().result }]],
  ['answers with nothing', []],
] as const)('a page that %s leaves its title and address, and says so', async (_case, frames) => {
  expect(await click(frames)).toMatchObject({ kind: 'title-only', again: false });
  expect(await inbox()).toMatchObject([{ title: 'SOP-014', address: 'https://qms.example/sop#part' }]);
});

test.each([
  'chrome://version/',
  'about:blank',
  'file:///etc/passwd',
  'chrome-extension://abc/panel.html',
  '',
])('what is no web page (%s) is refused, told, and not kept', async (url) => {
  expect(await click(null, '', { ...tab, url })).toEqual({ kind: 'refused' });
  expect(await notice()).toEqual({ kind: 'refused' });
  expect(await inbox()).toEqual([]);
});

test('a tab that is none is refused', async () => {
  const { id: _id, url: _url, ...none } = tab;
  expect(await click([facts()], '', none as chrome.tabs.Tab)).toEqual({ kind: 'refused' });
  expect(asked).toEqual([]);
});

test('what the browser had no room for is told with the reason, and nothing else is lost', async () => {
  await click([facts()]);
  browser.local.refusal = 'QUOTA_BYTES quota exceeded';
  const full = { kind: 'not-kept', reason: words('extension.inboxFull') };
  expect(await click([facts({ address: 'https://qms.example/2' })])).toEqual(full);
  expect(await notice()).toEqual(full);
  expect(await inbox()).toHaveLength(1);
});

test('two records whose addresses differ in what was taken out are two lines, and neither address is kept', async () => {
  const record = (value: string) => facts({ address: `https://qms.example/x?session=k3m4n5p6q7r8${value}` });
  await click([record('s9')]);
  await click([record('t9')]);
  expect(await inbox()).toHaveLength(2);
  expect(await click([record('t9')])).toMatchObject({ again: true });
  expect(JSON.stringify([...browser.local.kept.values()])).not.toContain('k3m4n5p6q7r8');
  expect(JSON.stringify(await inbox())).not.toMatch(/[0-9a-f]{64}/);
});

test('an untitled page is called by its file or its clean address, and a quote has clean links', async () => {
  const url = 'https://b.example/sbom.json?X-Amz-Signature=hunter2x&v=3';
  const on = { ...tab, url, title: url.slice('https://'.length) };
  const quote = 'See https://c.example/a?token=hunter2x. And /x?sig=hunter2x';
  await click([facts({ address: url, title: '', selection: quote })], '', on);
  expect(await inbox()).toMatchObject([{ title: 'sbom.json', quote: 'See https://c.example/a. And /x' }]);
  const page = {
    ...on,
    url: 'https://b.example/x?token=hunter2x&v=3',
    title: 'b.example/x?token=hunter2x&v=3',
  };
  await click([facts({ address: page.url, title: '' })], '', page);
  expect((await inbox())[0]?.title).toBe('https://b.example/x?v=3');
  expect(JSON.stringify([...browser.local.kept.values()])).not.toContain('hunter2x');
});

test('says what the date of a page comes from', async () => {
  await click([
    facts({ address: 'https://a.example/', modified: '2026-05-04', modifiedFrom: 'dateModified' }),
  ]);
  expect(await inbox()).toMatchObject([{ pageDate: '2026-05-04', note: 'Page date from dateModified.' }]);
});
