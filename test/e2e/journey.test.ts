import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { sqliteDriver } from '../../src/service/store/sqlite-driver';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { countOf } from '../depth';
import { launchChromium, watchedPage, type Watched } from './chromium';
import { freePort, type SandboxProcess, startSandbox } from './sandbox-process';

jest.setTimeout(300_000);

const AT_REST_WITHIN_MS = 3000;
/** So many items are answered one after the other. */
const IN_PANE = countOf('itemsAnsweredInPane');

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

/** Everything axe finds wrong in the pane, of a few views in the place where they stand (the gallery has all), once its colours are at rest: what is found on the way is looked at again. */
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

/** What has the focus in the pane, for whoever listens: its element and its text. */
const focused = () =>
  paneFrame().evaluate(() => {
    const { tagName, textContent } = document.activeElement ?? {};
    return `${tagName} ${textContent}`;
  });

/** Presses Tab until a control of this role and name has the focus: the way of who uses no mouse. */
async function tabTo(name: string | RegExp, role: 'button' | 'checkbox' = 'button'): Promise<void> {
  const named = pane.getByRole(role, { name, exact: true });
  await named.first().waitFor();
  const wanted = named.and(pane.locator(':focus'));
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await wanted.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab leads to no ${role} ${String(name)}`);
}

/** Tab to it, then Enter (a box is ticked with the space bar). */
async function pressed(name: string | RegExp, role: 'button' | 'checkbox' = 'button'): Promise<void> {
  await tabTo(name, role);
  await page.keyboard.press(role === 'button' ? 'Enter' : 'Space');
}

/** Another view by the keys of a row of tabs. */
const arrowTo = async (from: string, key: string, to: string) => {
  await tab(from).press(key);
  await pane.getByRole('tab', { name: to, selected: true }).and(pane.locator(':focus')).waitFor();
};

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
  await paneFrame().evaluate(() => window.focus());
  await pressed(words('pane.insert'));
  await tab(words('pane.tab-answer')).waitFor();
  for (const sheet of ['Assessment', 'Scorecard', 'Submission']) {
    await page.getByText(sheet, { exact: true }).first().waitFor();
  }
  expect(await violations()).toEqual([]);
});

test('answers one item in its cell, others in the pane, and follows what is pasted over the rest', async () => {
  await page.getByText('Assessment', { exact: true }).first().click();
  await typeInCell('E7', '2');
  await pane.getByText(/^1 of 44 rated/).waitFor();
  await tab(words('pane.tab-answer')).click();
  // Enter went to the next row, and the pane with it.
  for (const [index, item] of jsp.items.slice(0, IN_PANE).entries()) {
    if (index === 0) continue;
    await pane.getByRole('heading', { name: item.title }).waitFor();
    await pane.getByRole('radio', { name: new RegExp(`^${index % 6} `) }).check();
    await pane.getByText(new RegExp(`^${index + 1} of 44 rated`)).waitFor();
    if (index < jsp.items.length - 1) await button(words('pane.next')).click();
  }
  await paneFrame().evaluate(
    ({ from, levels }) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Assessment');
        sheet.getRange(`E${from}:E${from + levels.length - 1}`).values = levels.map((level) => [level]);
        await context.sync();
      }),
    { from: 7 + IN_PANE, levels: jsp.items.slice(IN_PANE).map((_, i) => (IN_PANE + i) % 6) },
  );
  await pane.getByText(/^44 of 44 rated/).waitFor();
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
  await tab(words('pane.tab-answer')).click();
});

describe('in a pane of its own width', () => {
  const SIZES = [
    { width: 320, height: 640 },
    { width: 450, height: 820 },
  ] as const;
  const frame = () => page.locator('iframe[title="Task pane"]');
  /** The pane's frame at a size, whatever the splitter says. */
  const sized = (size: (typeof SIZES)[number]) =>
    frame().evaluate(
      (element, { width, height }) =>
        Object.assign((element as HTMLElement).style, {
          ...{ position: 'fixed', inset: '0 0 auto auto', zIndex: '9' },
          ...{ width: `${width}px`, minWidth: '0', height: `${height}px`, maxHeight: 'none' },
        }),
      size,
    );
  /** Between the header and the bar, not behind them. */
  const inView = (selector: string) =>
    paneFrame().evaluate((wanted) => {
      const box = (what: string) => document.querySelector(what)!.getBoundingClientRect();
      const own = box(wanted);
      return own.top >= box('header').bottom && own.bottom <= box('[data-bar]').top && own.height > 0;
    }, selector);
  const barInView = () =>
    paneFrame().evaluate(() => {
      const own = document.querySelector('[data-bar]')!.getBoundingClientRect();
      return own.top > 0 && Math.round(own.bottom) === window.innerHeight;
    });
  afterAll(() => frame().evaluate((element) => element.removeAttribute('style')));

  test.each(SIZES)(
    'question, state and ways on are in view at $width x $height, by keys alone',
    async (size) => {
      const first = jsp.items[0]!;
      await sized(size);
      await page.getByText('Scorecard', { exact: true }).first().click();
      // From wherever the view was left, down to its end.
      await paneFrame().evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await tab(words('pane.tab-answer')).focus();
      await pressed(words('pane.findItem'));
      await page.keyboard.press('Tab');
      await page.keyboard.type(first.id);
      await pressed(new RegExp(`^${first.id}`));
      expect(await focused()).toBe(`H2 ${first.title}`);
      expect(await inView('main h2')).toBe(true);
      expect(await inView(`#question-${first.id}`)).toBe(true);

      await page.keyboard.press('Tab');
      await page.keyboard.press(
        (await pane.getByRole('radio', { name: /^3 / }).isChecked()) ? 'ArrowUp' : 'ArrowDown',
      );
      await pane.getByText(words('pane.saved')).waitFor();
      expect(await inView('input:focus')).toBe(true);
      expect(await barInView()).toBe(true);

      await tabTo(words('pane.next'));
      expect(await barInView()).toBe(true);
      await page.keyboard.press('Enter');
      const second = jsp.items[1]!;
      await pane.getByRole('heading', { name: second.title }).waitFor();
      expect(await focused()).toBe(`H2 ${second.title}`);
      expect(await inView(`#question-${second.id}`)).toBe(true);
      await pane.getByRole('radiogroup', { name: second.question }).waitFor();
      expect(await violations()).toEqual([]);

      await tabTo(words('pane.clear'));
      await page.keyboard.press('Enter');
      await pane.getByText(words('pane.cleared')).waitFor();
      expect(await focused()).toBe(`H2 ${second.title}`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await pane.getByText(words('pane.saved')).waitFor();
    },
  );

  test('a refused answer stays chosen and is told without scrolling, and Try again saves it', async () => {
    await sized(SIZES[0]);
    await paneFrame().evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Assessment');
        sheet.protection.unprotect();
        sheet.getRange('E7:E50').format.protection.locked = true;
        sheet.protection.protect({});
        await context.sync();
      }),
    );
    const chosen = pane.getByRole('radio', { name: /^1 Initial/ });
    await chosen.check();
    await pane.getByRole('radio', { name: /^1 Initial \(not saved\)/, checked: true }).waitFor();
    expect(await barInView()).toBe(true);
    expect(await violations()).toEqual([]);
    await paneFrame().evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Assessment');
        sheet.protection.unprotect();
        sheet.getRange('E7:E50').format.protection.locked = false;
        sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true, allowAutoFilter: true });
        await context.sync();
      }),
    );
    await pressed(words('pane.tryAgain'));
    await pane.getByText(words('pane.saved')).waitFor();
    await pane.getByRole('radio', { name: /^1 Initial/, checked: true }).waitFor();
  });
});

test('finds nothing to mend and shows the scores', async () => {
  await tab(words('pane.tab-answer')).press('ArrowRight');
  await arrowTo(words('pane.tab-scores'), 'ArrowRight', words('pane.tab-check'));
  await pressed(words('pane.checkAnswers'));
  await pane.getByText(words('pane.onlyWarnings')).waitFor();
  await arrowTo(words('pane.tab-check'), 'ArrowLeft', words('pane.tab-scores'));
  await pane.getByRole('heading', { name: words('pane.overall') }).waitFor();
  await pane.getByText(words('pane.againstIndustry')).waitFor();
});

test('keeps the row through a lost reply and a dead service, and makes exactly one row of it', async () => {
  await arrowTo(words('pane.tab-scores'), 'End', words('pane.tab-submit'));
  await pressed(words('pane.reviewAndSubmit'));
  await pane.getByRole('heading', { name: words('pane.reviewTitle') }).waitFor();
  expect(await focused()).toBe(`H2 ${words('pane.reviewTitle')}`);
  const shown = (await pane.locator('pre').first().innerText()).replace(/\n/g, '');
  expect(await violations()).toEqual([]);

  const sent: string[] = [];
  await page.route('**/v1/submissions', async (route) => {
    sent.push(route.request().postData() ?? '');
    await route.fetch();
    await route.abort();
  });
  await pressed(/^I may share this row/, 'checkbox');
  await pressed(words('pane.submit'));
  await button(words('pane.sendAgain')).waitFor();
  expect(await focused()).not.toMatch(/^BODY/);
  await page.unroute('**/v1/submissions');
  expect(sent).toEqual([shown]);
  expect(storedRows()).toBe(1);

  await sandbox.stop();
  await pressed(words('pane.sendAgain'));
  await pane
    .getByText(/cannot be reached|could not be reached/)
    .first()
    .waitFor();
  sandbox = await startSandbox({ port, dataDir });
  await pressed(words('pane.sendAgain'));
  await pane.getByText(words('pane.acceptedTitle', { cycle: '2026' })).waitFor();
  await pane.getByText(words('pane.signature-valid')).waitFor();
  expect(await focused()).not.toMatch(/^BODY/);
  expect(await violations()).toEqual([]);
  expect(storedRows()).toBe(1);
});

test('complains of nothing but the two tries that failed, and asks no other machine', () => {
  expect(watched.complaints.filter((text) => !/Failed to load resource|net::ERR/.test(text))).toEqual([]);
  expect(watched.outside).toEqual([]);
});
