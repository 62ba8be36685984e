import type { Page } from 'puppeteer-core';
import { launchWithExtension } from '../e2e/extension-chromium';
import { captured } from '../extension/fake-chrome';
import { english as words } from '../load-words';
import { figure, median, type Bench, type Table } from './measure';
import { EXTENSION } from './needs';

const PAGES = 5_000;
const RUNS = 5;

/** The inbox with many pages in it: how long each thing that a user does to it takes until it is painted, and its memory. */
export const manyPages: Bench = {
  title: 'An inbox of 5,000 pages',
  needs: ['extension'],
  run: async () => [await acts()],
};

async function acts(): Promise<Table> {
  const { browser, panel } = await launchWithExtension(EXTENSION);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(panel);
    const inbox = Array.from({ length: PAGES }, (_, n) =>
      captured(n, { quote: `Words of page ${n}. `.repeat(12), note: n % 3 === 0 ? 'Seen by the board' : '' }),
    );
    await page.evaluate((values) => chrome.storage.local.set(values), { consent: 1, inbox });
    const opened: number[] = [];
    const times: Record<string, number[]> = {};
    const keep = (what: string, ms: number) => (times[what] ??= []).push(ms);
    for (let turn = 0; turn < RUNS; turn += 1) {
      const begun = performance.now();
      await page.reload();
      await page.locator('li[data-page]').wait();
      opened.push(performance.now() - begun);
      const older = words('panel.windowOlder');
      keep('the next pages', await took(page, 'Pages 26 to 50', () => clicked(page, older)));
      const found = `1 of ${PAGES - turn} shown`;
      const search = await page.waitForSelector('input[type=search]');
      keep('search, a key', await took(page, found, () => search!.type(`${PAGES - 1 - turn}`.slice(-4))));
      const newest = `Page ${PAGES - 1 - turn}`;
      const removed = words('panel.removedOne', { title: newest });
      const remove = words('panel.removeOf', { title: newest });
      keep('remove one', await took(page, removed, () => clicked(page, remove)));
      await search!.click({ count: 3 });
      await search!.press('Backspace');
      const count = PAGES - 1 - turn;
      const copied = words('panel.copiedTitle', { count });
      keep('copy all', await took(page, copied, () => clicked(page, words('panel.copyRows', { count }))));
    }
    const heap = await page.metrics();
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    return {
      columns: [`median of ${RUNS}, until it is seen`, 'figure'],
      rows: [
        ['opening', figure(median(opened), 'ms')],
        ...Object.entries(times).map(([what, all]) => [what, figure(median(all), 'ms')]),
        ['elements in the panel', figure(nodes, 'count')],
        ['memory of its script', figure((heap.JSHeapUsedSize ?? NaN) / 1024, 'KB')],
      ],
    };
  } finally {
    await browser.close();
  }
}

const clicked = (page: Page, name: string): Promise<void> =>
  page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

/** Milliseconds from the last press of an act until the panel says a text. */
async function took(page: Page, text: string, act: () => Promise<void>): Promise<number> {
  // No function in it has a name: the page knows nothing of the names that the compiler keeps.
  const done = await page.evaluateHandle((awaited) => {
    const press = { at: Number.POSITIVE_INFINITY };
    for (const event of ['pointerdown', 'keydown'])
      addEventListener(event, () => void (press.at = performance.now()), true);
    const seen = new Promise<number>((resolve) => {
      const timer = setInterval(() => {
        if (press.at === Number.POSITIVE_INFINITY || !document.body.innerText.includes(awaited)) return;
        clearInterval(timer);
        const { at } = press;
        requestAnimationFrame(() => resolve(performance.now() - at));
      }, 5);
    });
    return { seen };
  }, text);
  await act();
  return done.evaluate(({ seen }) => seen);
}
