import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { canonicalJson } from '../../src/submission/canonical';
import type { Row } from '../../src/submission/row';
import { cli } from '../cli/run-cli';
import { english as words } from '../load-words';
import { storedRows } from '../service/fixtures';
import { launchChromium, watchedPage, type Watched } from './chromium';
import { layoutFaults } from './page-faults';
import { freePort, startSandbox, type SandboxProcess } from './sandbox-process';

jest.setTimeout(180_000);

const axe = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const WIDTHS = [1200, 320];

let dataDir: string;
let sandbox: SandboxProcess;
let browser: Browser;
let bytes: string;
const opened: Watched[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'submit-page-'));
  const [row, running, chromium] = await Promise.all([
    cli('row', ['rubric/samples/answers.json']),
    freePort().then((port) => startSandbox({ port, dataDir })),
    launchChromium(),
  ]);
  [bytes, sandbox, browser] = [row.out, running, chromium];
});

afterAll(async () => {
  try {
    await browser.close();
  } finally {
    await sandbox.stop();
    rmSync(dataDir, { recursive: true });
  }
});

/** The page in a browser that keeps nothing yet. */
async function fresh(): Promise<{ page: Page; context: BrowserContext }> {
  // A colour on its way to another is no contrast to judge.
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' });
  const watched = await watchedPage(context);
  opened.push(watched);
  await watched.page.goto(`${sandbox.url}submit`);
  await watched.page.getByText(words('handover.cycleTitle', { cycle: '2026' })).waitFor();
  return { page: watched.page, context };
}

const put = (page: Page, text: string, name = 'jsp-row-2026.json') =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What a look at the page finds wrong with it, wide and narrow. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.evaluate(axe);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    faults.push(...(await page.evaluate(layoutFaults)).map((fault) => `${width} px: ${fault}`));
    const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
    faults.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
  }
  return faults;
}

async function save(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, words('handover.saveRecord')),
  ]);
  expect(download.suggestedFilename()).toBe('jsp-record-2026.json');
  return readFileSync(await download.path(), 'utf8');
}

const hashesStored = () =>
  storedRows(dataDir).map(({ row_hash, withdrawn }) => (withdrawn === 1 ? null : row_hash));
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

test('a row of the command line goes in and is stored as those bytes; elsewhere its record corrects and withdraws it', async () => {
  const { page, context } = await fresh();
  expect(await faultsOf(page)).toEqual([]);
  await put(page, '{"schema":"jsp-row/1"}');
  await page.getByRole('alert').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await put(page, bytes);
  await page.getByRole('button', { name: words('pane.submit'), exact: true }).waitFor();
  expect(await page.locator('pre').textContent()).toBe(bytes);
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  expect(await faultsOf(page)).toEqual([]);
  const code = await page.getByText(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/).innerText();
  await page.getByRole('checkbox').check();
  await press(page, words('pane.submit'));
  await page.getByText(words('pane.acceptedTitle', { cycle: '2026' })).waitFor();
  await page.getByText(words('pane.signature-valid')).waitFor();
  expect(hashesStored()).toEqual([hash(bytes)]);
  expect(await faultsOf(page)).toEqual([]);

  await page.reload();
  await page.getByText(words('pane.acceptedTitle', { cycle: '2026' })).waitFor();
  const record = await save(page);
  await press(page, words('handover.done'));
  await page.getByText(words('handover.cycleTitle', { cycle: '2026' })).waitFor();
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await context.close();

  const row = JSON.parse(bytes) as Row;
  const corrected = canonicalJson({ ...row, size: row.size === 'undisclosed' ? 'under-250' : 'undisclosed' });
  const elsewhere = await fresh();
  await put(elsewhere.page, record, 'jsp-record-2026.json');
  await elsewhere.page.getByText(words('handover.changeRowTitle')).waitFor();
  await put(elsewhere.page, corrected);
  await elsewhere.page.getByLabel(words('pane.recovery')).fill(code);
  await elsewhere.page.getByRole('checkbox').check();
  expect(await faultsOf(elsewhere.page)).toEqual([]);
  await press(elsewhere.page, words('pane.sendCorrection'));
  await elsewhere.page.getByText(words('pane.acceptedTitle', { cycle: '2026' })).waitFor();
  expect(hashesStored()).toEqual([hash(corrected)]);

  await press(elsewhere.page, words('pane.toWithdrawal'));
  await elsewhere.page.getByRole('checkbox').check();
  await press(elsewhere.page, words('pane.withdraw'));
  await elsewhere.page.getByText(words('pane.withdrawnTitle', { cycle: '2026' })).waitFor();
  expect(await faultsOf(elsewhere.page)).toEqual([]);
  expect(hashesStored()).toEqual([null]);
  expect(await save(elsewhere.page)).toContain('"state":"withdrawn"');
  await elsewhere.context.close();
});

test('nothing complained, the policy least of all, and nothing went to another machine', () => {
  expect(opened.length).toBeGreaterThan(1);
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(opened.flatMap(({ outside }) => outside)).toEqual([]);
});

test('the page looks right in the dark, too', async () => {
  const { page, context } = await fresh();
  await page.emulateMedia({ colorScheme: 'dark' });
  await put(page, bytes);
  await page.getByRole('button', { name: words('pane.submit'), exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
});
