import { workerInbox } from '../../src/extension/inbox/worker-inbox';
import { answerPage, connectableOrigins } from '../../src/extension/worker/external-messages';
import { extensionManifest } from '../../src/extension/manifest';
import { captured, FakeBrowser, valueOf, words } from './fake-chrome';

const ADDIN = 'https://addin.example';
const manifest = (browser: 'chrome' | 'firefox', addinOrigins: readonly string[]) =>
  extensionManifest(browser, { version: '0.1.0', addinOrigins }) as unknown as chrome.runtime.Manifest;

let inbox: ReturnType<typeof workerInbox>;
beforeEach(async () => {
  inbox = workerInbox(new FakeBrowser().parts());
  for (const evidence of [captured(1), captured(2, { item: null }), captured(3)]) {
    valueOf(await inbox.keep(evidence));
  }
});

const ask = (message: unknown, origin: string | undefined = ADDIN) =>
  answerPage(message, origin, { inbox, words, origins: connectableOrigins(manifest('chrome', [ADDIN])) });
const left = async () => valueOf(await inbox.list()).map(({ id }) => id);

test('the pane gets what has an item', async () => {
  expect(await ask({ type: 'jsp-evidence/list' })).toEqual({
    ok: true,
    evidence: [captured(3), captured(1)],
  });
});

test('what the pane acknowledges is gone, the rest stays', async () => {
  const { id, revision } = captured(1);
  expect(await ask({ type: 'jsp-evidence/acknowledge', evidence: [{ id, revision }] })).toEqual({ ok: true });
  expect(await left()).toEqual([captured(3).id, captured(2).id]);
});

test.each([
  undefined,
  'https://addin.example.evil.example',
  'https://sub.addin.example',
  'http://addin.example',
  'https://addin.example:8443',
  'https://ADDIN.example',
  'null',
  '',
  'chrome-extension://pcnckhojhdmpipddaghenpffpcpnlfpj',
])('a page at %p gets nothing and changes nothing', async (origin) => {
  const { id, revision } = captured(1);
  const refused = { ok: false, reason: words('extension.fromElsewhere') };
  const asks = [
    { type: 'jsp-evidence/list' },
    { type: 'jsp-evidence/acknowledge', evidence: [{ id, revision }] },
  ];
  for (const message of asks) {
    const origins = connectableOrigins(manifest('chrome', [ADDIN]));
    expect(await answerPage(message, origin, { inbox, words, origins })).toEqual(refused);
  }
  expect(await left()).toHaveLength(3);
});

test.each([
  null,
  'jsp-evidence/list',
  {},
  { type: 'jsp-evidence/list', all: true },
  { type: 'jsp-evidence/remove' },
  { type: 'jsp-evidence/acknowledge' },
  { type: 'jsp-evidence/acknowledge', evidence: [captured(1).id] },
  { type: 'jsp-evidence/acknowledge', evidence: [{ id: captured(1).id, revision: 0 }] },
])('what is no question of ours (%j) is refused in words', async (message) => {
  expect(await ask(message)).toEqual({ ok: false, reason: words('extension.notUnderstood') });
  expect(await left()).toHaveLength(3);
});

test('without an add-in origin, and in Firefox, nobody may ask', () => {
  expect(connectableOrigins(manifest('chrome', []))).toEqual([]);
  expect(connectableOrigins(manifest('firefox', [ADDIN]))).toEqual([]);
});
