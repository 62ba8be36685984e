import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import type { CapturedEvidence } from '../../src/assessment/evidence';
import { english as words } from '../load-words';
import { MARKER } from '../repo/marked-workbook';
import { marksIn } from '../repo/marks-in';
import { extensionBrowser, type ExtensionBrowser } from './extension-browser';
import { EVIDENCE_SITE, EXCEL_SITE, OFFICE_SITE, SECRETS } from './evidence-pages';
import { named, press, says } from './panel-steps';
import { freePort, startSandbox, type SandboxProcess } from './sandbox-process';
import { mirrorOf, tappedWeb, type TappedWeb } from './tapped-web';
import { tryWaysOut, WAYS_OUT } from './ways-out';

jest.setTimeout(180_000);

const ADDIN = 'http://addin.localhost';

let dataDir: string;
let sandbox: SandboxProcess;
let web: TappedWeb;
let extension: ExtensionBrowser;
let page: Page;
let panel: Page;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'extension-e2e-'));
  sandbox = await startSandbox({ port: await freePort(), dataDir });
  web = await tappedWeb({
    'qms.test': EVIDENCE_SITE,
    'excel.localhost': EXCEL_SITE,
    'office.localhost': OFFICE_SITE,
    'addin.localhost': mirrorOf(sandbox.url),
  });
  extension = await extensionBrowser(web.proxy, ADDIN);
  page = (await extension.browser.pages())[0]!;
  page.setDefaultTimeout(20_000);
});

afterAll(async () => {
  try {
    await extension.close();
    await web.close();
  } finally {
    await sandbox.stop();
    rmSync(dataDir, { recursive: true });
  }
});

const TICKET = `/ticket?id=7&${SECRETS.query}#${SECRETS.fragment}`;

/** What the extension keeps, as its worker reads it. */
async function kept(): Promise<readonly CapturedEvidence[]> {
  const worker = await extension.worker();
  const stored = await worker.evaluate(() => chrome.storage.local.get('inbox'));
  return (stored['inbox'] ?? []) as readonly CapturedEvidence[];
}

/** Goes there, presses the icon, and waits for the panel to say how it went. */
async function capture(path: string, outcome: string): Promise<void> {
  await page.goto(`http://qms.test${path}`);
  await extension.press(page);
  await says(panel, outcome);
}
/** Waits for the page's tab to be called so. */
async function tabTitled(title: string): Promise<void> {
  const session = await page.createCDPSession();
  for (;;) {
    const { targetInfo } = await session.send('Target.getTargetInfo');
    if (targetInfo.title === title) return;
  }
}
const capturedAs = (title: string) => words('panel.capturedTitle', { title });

test('keeps nothing before the user has agreed', async () => {
  await page.goto('http://qms.test/strict');
  await extension.press(page);
  panel = await extension.panel();
  panel.setDefaultTimeout(20_000);
  await says(panel, words('panel.leavesNothing'));
  expect(await kept()).toEqual([]);
  await press(panel, words('panel.agree'));
  // The page that was pressed before is there after it.
  const title = `=1+${MARKER}`;
  await says(panel, capturedAs(title));
  expect(await kept()).toMatchObject([{ title, address: 'http://qms.test/strict' }]);
  await press(panel, words('panel.removeOf', { title }));
  await says(panel, words('panel.emptyTitle'));
  expect(await kept()).toEqual([]);
});

test('captures a page with the strictest policy, and what is selected on it', async () => {
  // An address that only the page's own script made: no server was ever asked for it.
  await page.evaluate((path) => history.replaceState(null, '', path), `/strict/${MARKER}`);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p')!));
  await extension.press(page);
  await says(panel, capturedAs(`=1+${MARKER}`));
  expect(await kept()).toMatchObject([
    {
      title: `=1+${MARKER}`,
      address: `http://qms.test/strict/${MARKER}`,
      quote: `${MARKER} Reports are acknowledged within 5 days.`,
      pageDate: '2026-05-04',
      item: null,
    },
  ]);
});

test('gives it an item, which the next captures get as well', async () => {
  await press(panel, words('panel.chooseItemFor', { title: `=1+${MARKER}` }));
  await panel.locator(named(words('pane.searchLabel'), 'searchbox')).fill('ORG-02');
  await panel.locator('::-p-xpath(//button[.//span[text()="ORG-02"]])').click();
  await says(panel, words('panel.forItem', { item: 'ORG-02' }));
  await page.goto('http://qms.test/report.pdf');
  // Its document has no title; the viewer gives one to the tab when it has read the file.
  await tabTitled('report');
  await extension.press(page);
  await says(panel, capturedAs('report'));
  await capture('/frames', capturedAs('A page of frames'));
  expect((await kept()).map(({ item }) => item)).toEqual(['ORG-02', 'ORG-02', 'ORG-02']);
});

test('takes out of an address what opens doors', async () => {
  await capture(TICKET, capturedAs('JIRA-7'));
  const [newest] = await kept();
  expect(newest?.address).toBe('http://qms.test/ticket?id=7');
  expect(JSON.stringify(await kept())).not.toMatch(/hunter2/);
});

test('says that a page of the browser is not captured, and keeps nothing of it', async () => {
  const before = await kept();
  await page.goto('chrome://version');
  await extension.press(page);
  await says(panel, words('panel.refusedTitle'));
  expect(await kept()).toEqual(before);
});

test('loses nothing when its worker ends between captures', async () => {
  const before = await kept();
  await extension.endWorker();
  await capture('/ticket?id=8', capturedAs('JIRA-8'));
  await extension.endWorker();
  await capture(TICKET, words('panel.capturedAgainTitle', { title: 'JIRA-7' }));
  const after = await kept();
  expect(after).toHaveLength(before.length + 1);
  expect(new Set(after.map(({ id }) => id))).toEqual(new Set([...before.map(({ id }) => id), after[1]!.id]));
  expect(after[0]).toMatchObject({ title: 'JIRA-7', revision: 2 });
});

test('nothing gets out of the panel: its policy stops every way', async () => {
  const seen = web.requests.length;
  await panel.evaluate(tryWaysOut, WAYS_OUT, 'qms.test');
  await panel.reload();
  expect(web.requests.slice(seen).filter((request) => request.includes('qms.test'))).toEqual([]);
});

/** The titles of the lines of evidence that the pane shows for its item. */
const linesOf = (where: Frame) =>
  where.$$eval('section[aria-labelledby="evidence-title"] li > p:first-child', (titles) =>
    titles.map(({ textContent }) => textContent),
  );

let excel: Page;
let sheet: Frame;
let pane: Frame;

test('rows that were copied are pasted into the Evidence sheet, and the pane lists them', async () => {
  excel = await extension.browser.newPage();
  excel.setDefaultTimeout(20_000);
  await excel.goto('http://excel.localhost/');
  sheet = await excel.waitForFrame(`${ADDIN}/`);
  pane = await excel.waitForFrame((frame) => frame.url().startsWith(`${ADDIN}/taskpane.html`));
  await press(pane, words('pane.insert'));
  await pane.locator(named(words('pane.tab-answer'), 'tab')).wait();

  await panel.bringToFront();
  const count = (await kept()).length;
  await press(panel, words('panel.copyRows', { count }));
  await says(panel, words('panel.copiedTitle', { count }));

  await excel.bringToFront();
  await sheet.locator('::-p-text(Evidence)').click();
  const box = await sheet.locator('input.os-input').waitHandle();
  await box.click({ count: 3 });
  await excel.keyboard.type('A5');
  await excel.keyboard.press('Enter');
  await excel.keyboard.down('Control');
  await excel.keyboard.press('KeyV');
  await excel.keyboard.up('Control');
  await press(pane, words('pane.next'));
  await says(pane, words('pane.titleCount', { title: words('pane.evidence'), n: count }));
  expect(await linesOf(pane)).toEqual(
    ['JIRA-7', 'JIRA-8', 'A page of frames', 'report', `=1+${MARKER}`].reverse(),
  );
});

test('the pane fetches what waits, and the inbox lets go of it only then', async () => {
  const before = await kept();
  await press(pane, words('pane.getCaptured', { n: before.length }));
  await says(pane, words('pane.evidenceUpdated', { count: before.length }));
  expect(await kept()).toEqual([]);

  await capture('/ticket?id=9', capturedAs('JIRA-9'));
  await press(panel, words('panel.editOf', { title: 'JIRA-9' }));
  await panel.locator(named(words('panel.note'), 'textbox')).fill(`${MARKER} as agreed`);
  await press(panel, words('panel.editDoneOf', { title: 'JIRA-9' }));
  await says(panel, `${MARKER} as agreed`);
  await excel.bringToFront();
  await press(pane, words('pane.getCaptured', { n: 1 }));
  await says(pane, words('pane.evidenceAdded', { count: 1 }));
  expect(await kept()).toEqual([]);
  expect(await linesOf(pane)).toHaveLength(before.length + 1);
});

test('no other page can even ask: neither Excel’s, nor its frame, nor one that was captured', async () => {
  await capture('/ticket?id=10', capturedAs('JIRA-10'));
  const ask = (where: Page | Frame) =>
    where.evaluate(async (id) => {
      const { runtime } = globalThis.chrome as Partial<typeof chrome>;
      if (runtime === undefined) return 'nobody to ask';
      return (await runtime.sendMessage(id, { type: 'jsp-evidence/list' })) as unknown;
    }, extension.id);
  expect(await ask(pane)).toMatchObject({ ok: true, evidence: [{ title: 'JIRA-10' }] });
  for (const other of [page, excel, await excel.waitForFrame('http://office.localhost/')]) {
    expect(await ask(other)).toBe('nobody to ask');
  }
});

test('none of it is in anything that left the browser, while a row was submitted beside it', async () => {
  await excel.bringToFront();
  await press(pane, words('pane.sampleFill'));
  await press(pane, words('pane.tab-submit'), 'tab');
  await press(pane, words('pane.reviewAndSubmit'));
  await pane.locator('input[type=checkbox]').click();
  await press(pane, words('pane.submit'));
  await says(pane, words('pane.acceptedTitle', { cycle: '2026' }));

  const sent = web.sent();
  expect(web.requests).toContain(`POST ${ADDIN}/v1/submissions`);
  expect(sent.toString('latin1')).toContain('"ORG-02"');
  expect(marksIn(sent)).toEqual([]);
  expect(web.requests.filter((request) => request.includes(extension.id))).toEqual([]);
});
