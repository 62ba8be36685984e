import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { sqliteDriver } from '../../src/service/store/sqlite-driver';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { launchChromium, watchedPage, type Watched } from './chromium';
import { freePort, type SandboxProcess, startSandbox } from './sandbox-process';

jest.setTimeout(300_000);

const AT_REST_WITHIN_MS = 3000;

const axe = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

let dataDir: string;
let port: number;
let sandbox: SandboxProcess;
let browser: Browser;
let watched: Watched;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'journey-'));
  port = await freePort();
  sandbox = await startSandbox({ port, dataDir });
  browser = await launchChromium();
  // A colour on its way to another is no contrast to judge.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  watched = await watchedPage(context);
  page = watched.page;
  page.setDefaultTimeout(15_000);
  await page.goto(sandbox.url);
  pane = page.frameLocator('iframe[title="Task pane"]');
});

afterAll(async () => {
  try {
    await browser.close();
  } finally {
    await sandbox.stop();
    rmSync(dataDir, { recursive: true });
  }
});

const button = (name: string | RegExp) => pane.getByRole('button', { name });
const tab = (name: string) => pane.getByRole('tab', { name });

function paneFrame(): Frame {
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  if (!frame) throw new Error('The page has no task pane');
  return frame;
}

/** Everything axe finds wrong in the pane once its colours are at rest: what is found on the way is looked at again. */
async function violations(): Promise<readonly string[]> {
  const frame = paneFrame();
  await frame.evaluate(axe);
  const deadline = Date.now() + AT_REST_WITHIN_MS;
  for (;;) {
    await frame.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))');
    const results = await frame.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    const found = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(describeNode).join(' | ')}`);
    if (found.length === 0 || Date.now() > deadline) return found;
  }
}

const describeNode = ({ html, failureSummary }: AxeResults['violations'][number]['nodes'][number]): string =>
  `${html} ${failureSummary ?? ''}`;

/** Types into a cell of the grid as a person does: its address in the name box, then the keys. */
async function typeInCell(address: string, text: string): Promise<void> {
  const nameBox = page.locator('input.os-input').first();
  await nameBox.click();
  await nameBox.fill(address);
  await nameBox.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** The rows in the service's store, read beside it. */
function storedRows(): number {
  const store = sqliteDriver().open(join(dataDir, 'benchmark.sqlite'));
  try {
    return store.prepare('select nullifier from submission').all().length;
  } finally {
    store.close();
  }
}

test('inserts the rubric', async () => {
  await button(words('pane.insert')).waitFor();
  expect(await violations()).toEqual([]);
  await button(words('pane.insert')).click();
  await tab(words('pane.tab-answer')).waitFor();
  for (const sheet of ['Assessment', 'Scorecard', 'Submission']) {
    await page.getByText(sheet, { exact: true }).first().waitFor();
  }
  expect(await violations()).toEqual([]);
});

test('answers one item in its cell and all the others in the pane', async () => {
  await page.getByText('Assessment', { exact: true }).first().click();
  await typeInCell('E7', '2');
  await pane.getByText(/^1 of 44 rated/).waitFor();
  await tab(words('pane.tab-answer')).click();
  // Enter went to the next row, and the pane with it.
  for (const [index, item] of jsp.items.entries()) {
    if (index === 0) continue;
    await pane.getByRole('heading', { name: item.title }).waitFor();
    await pane.getByRole('radio', { name: new RegExp(`^${index % 6} `) }).check();
    await pane.getByText(new RegExp(`^${index + 1} of 44 rated`)).waitFor();
    if (index < jsp.items.length - 1) await button(words('pane.next')).click();
  }
  expect(await violations()).toEqual([]);
});

test('tells what is refused until something is done, and lets the sheet be unprotected and protected again', async () => {
  const failure = page.locator('#failure');
  await typeInCell('E8', 'x');
  await failure.waitFor();
  await typeInCell('E8', '2');
  await failure.waitFor({ state: 'hidden' });
  await typeInCell('F8', 'typed over');
  await page.getByText(words('sandbox.locked')).waitFor();
  await page.getByRole('button', { name: words('sandbox.unprotect', { sheet: 'Assessment' }) }).click();
  await failure.waitFor({ state: 'hidden' });
  await typeInCell('F8', 'typed over');
  await page.getByRole('button', { name: words('sandbox.protect', { sheet: 'Assessment' }) }).click();
  await tab(words('pane.tab-check')).click();
  await button(words('pane.checkAnswers')).click();
  await button(words('pane.repair', { count: 1 })).click();
  await pane.getByText(words('pane.repaired')).waitFor();
});

test('finds nothing to mend and shows the scores', async () => {
  await tab(words('pane.tab-check')).click();
  await button(words('pane.checkAnswers')).click();
  await pane.getByText(words('pane.onlyWarnings')).waitFor();
  expect(await violations()).toEqual([]);
  await tab(words('pane.tab-scores')).click();
  await pane.getByRole('heading', { name: words('pane.overall') }).waitFor();
  await pane.getByText(words('pane.againstIndustry')).waitFor();
  expect(await violations()).toEqual([]);
});

test('keeps the row through a lost reply and a dead service, and makes exactly one row of it', async () => {
  await tab(words('pane.tab-submit')).click();
  expect(await violations()).toEqual([]);
  await button(words('pane.reviewAndSubmit')).click();
  await pane.getByText(words('pane.reviewTitle')).waitFor();
  const shown = (await pane.locator('pre').first().innerText()).replace(/\n/g, '');
  expect(await violations()).toEqual([]);

  const sent: string[] = [];
  await page.route('**/v1/submissions', async (route) => {
    sent.push(route.request().postData() ?? '');
    await route.fetch();
    await route.abort();
  });
  await pane.getByRole('checkbox').check();
  await button(words('pane.submit')).click();
  await button(words('pane.sendAgain')).waitFor();
  expect(await violations()).toEqual([]);
  await page.unroute('**/v1/submissions');
  expect(sent).toEqual([shown]);
  expect(storedRows()).toBe(1);

  await sandbox.stop();
  await button(words('pane.sendAgain')).click();
  await pane
    .getByText(/cannot be reached|could not be reached/)
    .first()
    .waitFor();
  sandbox = await startSandbox({ port, dataDir });
  await button(words('pane.sendAgain')).click();
  await pane.getByText(words('pane.acceptedTitle', { cycle: '2026' })).waitFor();
  await pane.getByText(words('pane.signature-valid')).waitFor();
  expect(await violations()).toEqual([]);
  expect(storedRows()).toBe(1);
});

test('complains of nothing but the two tries that failed, and asks no other machine', () => {
  expect(watched.complaints.filter((text) => !/Failed to load resource|net::ERR/.test(text))).toEqual([]);
  expect(watched.outside).toEqual([]);
});
