import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { countOf } from '../depth';
import { english as words } from '../load-words';
import { changedMembers } from '../oracles/zip-members';
import { markedWorkbook, MARKER } from '../repo/marked-workbook';
import { marksIn } from '../repo/marks-in';
import { storedRows } from '../service/fixtures';
import { cellIn } from '../xlsx/open-file';
import { EVIDENCE_SITE } from './evidence-pages';
import { extensionBrowser, type ExtensionBrowser } from './extension-browser';
import { press, says } from './panel-steps';
import { freePort, startSandbox, type SandboxProcess } from './sandbox-process';
import { mirrorOf, tappedWeb, type TappedWeb } from './tapped-web';

jest.setTimeout(420_000);

const FILE = 'Team.xlsx';
const BEFORE = markedWorkbook();
const EVIDENCE_PART = 'xl/worksheets/sheet5.xml';
const ASSESSMENT = `${MARKER} tab 1`;

let dataDir: string;
let sandbox: SandboxProcess;
let web: TappedWeb;
let extension: ExtensionBrowser;
let page: Page;
let panel: Page;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'assess-e2e-'));
  sandbox = await startSandbox({ port: await freePort(), dataDir });
  web = await tappedWeb({ 'qms.test': EVIDENCE_SITE, 'service.localhost': mirrorOf(sandbox.url) });
  extension = await extensionBrowser(web.proxy, 'http://addin.localhost');
  page = (await extension.browser.pages())[0]!;
  await page.goto('http://qms.test/ticket?id=7');
  await extension.press(page);
  panel = await extension.panel();
  for (const one of [page, panel]) one.setDefaultTimeout(20_000);
  await withFile(panel, BEFORE);
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

/** Gives the panel a dialog that picks a file of the extension's own origin: the browser writes it as it does any other. */
async function withFile(panel: Page, bytes: Uint8Array): Promise<void> {
  await writeFile(bytes);
  await pickIn(panel);
}

async function pickIn(panel: Page): Promise<void> {
  await panel.evaluateOnNewDocument((name) => {
    const pick = async () => [await (await navigator.storage.getDirectory()).getFileHandle(name)];
    Object.assign(window, { showOpenFilePicker: pick });
  }, FILE);
  await panel.reload();
}

/** Saves over the file, as another program would. */
async function writeFile(bytes: Uint8Array): Promise<void> {
  const save = async (name: string, base64: string) => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    await file.close();
  };
  await panel.evaluate(save, FILE, Buffer.from(bytes).toString('base64'));
}

async function fileNow(): Promise<Uint8Array> {
  const base64 = await panel.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(name)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, FILE);
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

const levelOf = (bytes: Uint8Array) => cellIn(bytes, ASSESSMENT, 'E7').value;
/** Answers the question in sight, and waits for the file to have it: from the click on until then the pane says that it saves. */
async function answer(level: number): Promise<void> {
  await choose(level);
  await says(panel, words('pane.saved'));
}
/** Of two windows one is behind the other, and a pointer waits there for a picture that is not drawn. */
async function choose(level: number, where = panel): Promise<void> {
  const radio = await where.waitForSelector(`input[type=radio][value="${level}"]`);
  await radio?.evaluate((input) => (input as HTMLElement).click());
}

test('an answer and a captured page go into the file of a team, and nothing else in it changes', async () => {
  await press(panel, words('panel.agree'));
  // The page on which the icon was pressed before.
  await press(panel, words('panel.chooseItemFor', { title: 'JIRA-7' }));
  await panel.locator('::-p-xpath(//button[.//span[text()="ORG-01"]])').click();
  await press(panel, words('panel.tabAssessment'), 'tab');
  await press(panel, words('panel.openFile'));
  await press(panel, words('pane.getCaptured', { n: 1 }));
  await says(panel, words('pane.evidenceAdded', { count: 1 }));
  expect(levelOf(BEFORE)).toBe(0);
  await answer(3);
  await says(panel, words('panel.savedInFile'));

  const after = await fileNow();
  expect(levelOf(after)).toBe(3);
  const changed = changedMembers(BEFORE, after);
  expect(changed.filter((path) => !/^xl\/(?:workbook|worksheets\/sheet(?:\d|10))\.xml$/.test(path))).toEqual(
    [],
  );
  expect(changed).toContain(EVIDENCE_PART);
});

test('what somebody else saved meanwhile stays, and an answer to the same question goes on top once its giver says so', async () => {
  await writeFile(BEFORE);
  await choose(2);
  // The file says 0 again, and nobody has seen that here.
  await says(panel, words('workbook.cellChanged', { items: 'ORG-01' }));
  expect(levelOf(await fileNow())).toBe(0);
  await press(panel, words('pane.tryAgain'));
  await says(panel, words('panel.savedInFile'));
  const after = await fileNow();
  expect(levelOf(after)).toBe(2);
  expect(changedMembers(BEFORE, after)).not.toContain(EVIDENCE_PART);
});

test('an answer that the file refuses, as while Excel holds it, survives a closed panel and goes in later', async () => {
  await panel.evaluate(() => {
    const held = () => Promise.reject(new DOMException('', 'NoModificationAllowedError'));
    Object.assign(FileSystemFileHandle.prototype, { createWritable: held });
  });
  const before = await fileNow();
  await choose(4);
  await says(panel, words('panel.writeRefused', { file: FILE }));
  await says(panel, words('panel.notInFile'));
  expect(await fileNow()).toEqual(before);

  await panel.reload();
  await press(panel, words('panel.tabAssessment'), 'tab');
  await press(panel, words('panel.reopen', { file: FILE }));
  await says(panel, words('panel.leftOver', { file: FILE, items: 'ORG-01' }));
  expect(await fileNow()).toEqual(before);
  await press(panel, words('pane.tryAgain'));
  await says(panel, words('panel.savedInFile'));
  expect(levelOf(await fileNow())).toBe(4);
});

test('of answers that two windows give at once none is lost, and none is called saved that is not there', async () => {
  const other = await extension.browser.newPage();
  other.setDefaultTimeout(20_000);
  await other.goto(`chrome-extension://${extension.id}/panel.html`);
  await pickIn(other);
  await press(other, words('panel.tabAssessment'), 'tab');
  await press(other, words('panel.openFile'));
  await press(other, words('pane.next'));
  const both = [panel, other] as const;
  for (let pair = 0; pair < countOf('answersFromTwoWindows'); pair += 1) {
    const levels = [1 + (pair % 5), 1 + ((pair + 2) % 5)] as const;
    await Promise.all(both.map((where, i) => choose(levels[i]!, where)));
    for (const where of both) {
      await says(where, words('pane.saved'));
      expect(await where.evaluate(() => document.body.innerText)).toContain(words('panel.savedInFile'));
    }
    const after = await fileNow();
    expect(['E7', 'E8'].map((cell) => cellIn(after, ASSESSMENT, cell).value)).toEqual(levels);
  }
  // One question, answered in both: one answer stands, and the other's giver is told.
  await press(other, words('pane.previous'));
  await other.waitForFunction(() => document.querySelector('input[type=radio]:checked') !== null);
  await Promise.all(both.map((where, i) => choose(1 + i, where)));
  const told = words('workbook.cellChanged', { items: 'ORG-01' });
  const saidIn = async (where: Page) => {
    await where.waitForFunction(
      (...parts) => parts.some((part) => document.body.innerText.includes(part)),
      {},
      told,
      words('pane.saved'),
    );
    return where.evaluate((part) => document.body.innerText.includes(part), told);
  };
  const refused = [await saidIn(panel), await saidIn(other)];
  expect(refused.filter(Boolean)).toHaveLength(1);
  expect(levelOf(await fileNow())).toBe(refused[0] ? 2 : 1);
  if (refused[0]) await press(panel, words('pane.tryAgain'));
  await answer(4);
  await other.close();
});

const shownBytes = (where: Page) => where.$eval('pre', ({ textContent }) => textContent);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

test('the row that it shows is the one that the benchmark’s page shows, sends and has a receipt for', async () => {
  await press(panel, words('pane.tab-submit'), 'tab');
  await press(panel, words('handover.review'));
  await says(panel, words('handover.goTitle'));
  const shown = await shownBytes(panel);
  await press(panel, words('handover.copyRow'));
  await says(panel, words('handover.copied'));

  const service = await extension.browser.newPage();
  service.setDefaultTimeout(20_000);
  await service.goto('http://service.localhost/submit');
  await press(service, words('handover.intakeText'), 'textbox');
  await service.keyboard.down('Control');
  await service.keyboard.press('KeyV');
  await service.keyboard.up('Control');
  await press(service, words('handover.usePasted'));
  await says(service, words('pane.hash'));
  expect(await shownBytes(service)).toBe(shown);
  await service.locator('input[type=checkbox]').click();
  await press(service, words('pane.submit'));
  await says(service, words('pane.acceptedTitle', { cycle: '2026' }));
  expect(storedRows(dataDir).map(({ row_hash }) => row_hash)).toEqual([hash(shown)]);
  expect(JSON.parse(shown)).toMatchObject({ items: { 'ORG-01': 4 } });
});

test('nothing of the file or of what was captured has left', () => {
  expect(web.requests).toContain('POST http://service.localhost/v1/submissions');
  expect(marksIn(web.sent())).toEqual([]);
  expect(web.requests.filter((request) => request.includes(extension.id))).toEqual([]);
});
