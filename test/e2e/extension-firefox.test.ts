import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CapturedEvidence } from '../../src/assessment/evidence';
import { english as words } from '../load-words';
import { MARKER } from '../repo/marked-workbook';
import { marksIn } from '../repo/marks-in';
import { changedMembers } from '../oracles/zip-members';
import { BLANK, cellIn } from '../xlsx/open-file';
import { EVIDENCE_SITE, SECRETS } from './evidence-pages';
import { type ExtensionFirefox, extensionFirefox, named, saying } from './extension-firefox';
import { answerFileDialogs, clipboardText, downloaded } from './firefox-dialogs';
import { tappedWeb, type TappedWeb } from './tapped-web';
import { tryWaysOut, WAYS_OUT } from './ways-out';

jest.setTimeout(120_000);

const FILE = 'Team.xlsx';

let folder: string;
let web: TappedWeb;
let firefox: ExtensionFirefox;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firefox-files-'));
  web = await tappedWeb({ 'qms.test': EVIDENCE_SITE });
  firefox = await extensionFirefox(web.proxy);
});

afterAll(async () => {
  try {
    await firefox.quit();
    await web.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** What the extension keeps, as its panel reads it. */
const kept = async (): Promise<readonly CapturedEvidence[]> => {
  const read =
    'return window.chrome.storage.local.get("inbox").then(({ inbox }) => JSON.stringify(inbox ?? []))';
  return JSON.parse(String(await firefox.inPanel(read))) as readonly CapturedEvidence[];
};
/** Firefox asks for its own settings, too. */
const toSite = (request: string): boolean => request.includes('qms.test');
const capturedAs = (title: string) => saying(words('panel.capturedTitle', { title }));

/** What the sidebar shows once it is no longer the empty page that it opens with. */
async function openedSidebar(): Promise<string | null> {
  const until = Date.now() + 20_000;
  for (;;) {
    const address = await firefox.sidebar();
    if (address !== 'about:blank' || Date.now() > until) return address;
  }
}

test('its icon opens the sidebar, and nothing is kept before the user has agreed there or in another window', async () => {
  expect(await firefox.sidebar()).toBeNull();
  await firefox.goTo('http://qms.test/strict');
  await firefox.pressIcon();
  await firefox.openPanel();
  await firefox.see(saying(words('panel.leavesNothing')));
  expect(await openedSidebar()).toMatch(/^moz-extension:\/\/[\w-]+\/panel\.html$/);
  expect(await kept()).toEqual([]);
  await firefox.click(named(words('panel.agree')));
  // The page that was pressed before is there after it.
  const title = `=1+${MARKER}`;
  await firefox.see(saying(words('panel.capturedTitle', { title })));
  await firefox.click(named(words('panel.removeOf', { title })));
  await firefox.see(saying(words('panel.emptyTitle')));
});

test('a press captures a page with the strictest policy, and what is selected on it', async () => {
  await firefox.inPage('getSelection().selectAllChildren(document.querySelector("p"))');
  await firefox.pressIcon();
  await firefox.see(capturedAs(`=1+${MARKER}`));
  expect(await kept()).toMatchObject([
    {
      title: `=1+${MARKER}`,
      address: 'http://qms.test/strict',
      quote: `${MARKER} Reports are acknowledged within 5 days.`,
      pageDate: '2026-05-04',
    },
  ]);
});

test('the menu captures a selection in a frame that the extension may not look into', async () => {
  await firefox.goTo('http://qms.test/frames');
  await firefox.inPage('getSelection().selectAllChildren(document.body)', 'iframe');
  await firefox.chooseInMenu(words('extension.captureSelection'), 'p', 'iframe');
  await firefox.see(capturedAs('A page of frames'));
  expect((await kept())[0]).toMatchObject({ quote: `${MARKER} inside` });
});

test('the menu captures a page, without what opens doors', async () => {
  await firefox.goTo(`http://qms.test/ticket?id=7&${SECRETS.query}#${SECRETS.fragment}`);
  await firefox.chooseInMenu(words('extension.capture'), 'p');
  await firefox.see(capturedAs('JIRA-7'));
  expect((await kept())[0]).toMatchObject({ address: 'http://qms.test/ticket?id=7', quote: '' });
});

test('a page of the browser is not captured, and that is said', async () => {
  const before = await kept();
  await firefox.goTo('about:license');
  await firefox.pressIcon();
  await firefox.see(saying(words('panel.refusedTitle')));
  expect(await kept()).toEqual(before);
});

test('nothing gets out of the panel: its policy stops every way', async () => {
  const seen = web.requests.length;
  // Of a prefetch Firefox tells nothing; the site would see it.
  const told = WAYS_OUT.filter((way) => way !== 'prefetch');
  await firefox.inPanel(`return (${tryWaysOut.toString()})(...arguments)`, told, 'qms.test');
  await firefox.openPanel();
  expect(web.requests.slice(seen).filter(toSite)).toEqual([]);
});

test('private windows are closed to it', async () => {
  const allowed = await firefox.inWindow(
    'return WebExtensionPolicy.getByID(values[0]).privateBrowsingAllowed',
    firefox.id,
  );
  expect(allowed).toBe(false);
});

test('rows are copied, and a title that starts with = stays text', async () => {
  const count = (await kept()).length;
  await firefox.click(named(words('panel.copyRows', { count })));
  await firefox.see(saying(words('panel.copiedTitle', { count })));
  expect(await clipboardText(firefox, 'text/plain')).toContain(`'=1+${MARKER}`);
  expect(await clipboardText(firefox, 'text/html')).toContain('http://qms.test/ticket?id=7');
});

test('a workbook is assessed as a copy, which a closed panel keeps, and downloaded with nothing else changed', async () => {
  writeFileSync(join(folder, FILE), BLANK);
  await answerFileDialogs(firefox, join(folder, FILE));
  await firefox.click(named(words('panel.tabAssessment')));
  await firefox.click(named(words('panel.openFile')));
  await firefox.see(saying(words('panel.copySame')));
  await firefox.click('//input[@type="radio"][@value="3"]');
  await firefox.see(saying(words('panel.copyChanged')));

  await firefox.openPanel();
  await firefox.click(named(words('panel.tabAssessment')));
  await firefox.click(named(words('panel.reopen', { file: FILE })));
  await firefox.see('//input[@type="radio"][@value="3"][@checked]');
  await firefox.click(named(words('panel.download')));
  await firefox.see(saying(words('panel.copyHanded')));

  const saved = await downloaded(firefox);
  expect(saved).toBe(join(firefox.downloads, FILE));
  const bytes = new Uint8Array(readFileSync(saved));
  expect(cellIn(bytes, 'Assessment', 'E7').value).toBe(3);
  expect(cellIn(bytes, 'Scorecard', 'D9').value).toBe(1);
  // The last one is the hidden sheet, which says from now on which workbook it is.
  expect(changedMembers(BLANK, bytes)).toEqual([1, 2, 3, 10].map((n) => `xl/worksheets/sheet${n}.xml`));
  expect(new Uint8Array(readFileSync(join(folder, FILE)))).toEqual(BLANK);
});

test('nothing of it has left', () => {
  const asked = web.requests.filter(toSite).map((request) => request.replace(/\?.*/, ''));
  const pages = ['strict', 'frames', 'ticket', 'favicon.ico'].map((path) => `GET http://qms.test/${path}`);
  expect(asked).toEqual(expect.arrayContaining(pages.slice(0, 3)));
  expect(asked.filter((request) => !pages.includes(request))).toEqual([]);
  expect(marksIn(web.sent())).toEqual([]);
});
