import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { launchWithExtension } from '../e2e/extension-chromium';
import { english as words } from '../load-words';
import { STORE_ROWS } from '../pictures/store-rows';
import { median, type Bench, type Measurement } from './measure';
import { serveProductionPane } from './production-pane';
import { markWhenShown, usableAfter } from './usable-after';

/** As the last `npm test` built them. */
const EXTENSION = 'node_modules/.cache/test-build-extension/chrome';
const PANE = 'node_modules/.cache/test-build';
const RUNS = 15;
const WARM_UP = 2;

/** The side panel and the pane, opened in turns in one browser, each in a tab of its own; and what each has to load. */
export const panelOpening: Bench = {
  title: `Opening the side panel (three rows in its inbox) and the add-in's pane (median of ${RUNS}, in turns)`,
  async run() {
    if (![EXTENSION, PANE].every((folder) => existsSync(folder)))
      throw new Error('No production build: run npm test first');
    return [...(await openings()), ...sizes()];
  },
};

async function openings(): Promise<readonly Measurement[]> {
  const site = await serveProductionPane(PANE);
  const { browser, panel } = await launchWithExtension(EXTENSION);
  try {
    await fillInbox(browser, panel);
    const openPanel = await opener(browser, panel, STORE_ROWS[0].title, (page) => page.mainFrame());
    const openPane = await opener(browser, site.url, words('pane.insert'), paneIn);
    const panelTimes: number[] = [];
    const paneTimes: number[] = [];
    for (let turn = -WARM_UP; turn < RUNS; turn += 1) {
      const times = [await openPanel(), await openPane()] as const;
      if (turn < 0) continue;
      panelTimes.push(times[0]);
      paneTimes.push(times[1]);
    }
    const ratios = panelTimes.map((time, turn) => time / (paneTimes[turn] ?? NaN));
    return [
      { what: 'the side panel, until its rows are painted', value: median(panelTimes), unit: 'ms' },
      { what: 'the pane, until its first view is painted', value: median(paneTimes), unit: 'ms' },
      { what: 'the side panel to the pane', value: median(ratios), unit: 'times' },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

async function fillInbox(browser: Browser, panel: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(panel);
  const stored = { consent: 1, inbox: STORE_ROWS, lastItem: STORE_ROWS[0].item };
  await page.evaluate((values) => chrome.storage.local.set(values), stored);
  await page.close();
}

/** A tab that opens an address when it is told to, and gives the milliseconds until a frame of it has painted a text. */
async function opener(
  browser: Browser,
  address: string,
  text: string,
  frameOf: (page: Page) => Frame | Promise<Frame>,
): Promise<() => Promise<number>> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(markWhenShown, text);
  return async () => {
    await page.bringToFront();
    await page.goto(address);
    return usableAfter(await frameOf(page));
  };
}

const paneIn = (page: Page): Promise<Frame> =>
  page.waitForFrame((frame) => frame.url().includes('taskpane.html'));

function sizes(): readonly Measurement[] {
  const every = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = (folder: string) => every(folder).filter((name) => name.endsWith('.js'));
  const kilobytes = (folder: string, names: readonly string[], pack: (bytes: Buffer) => Buffer) =>
    names.reduce((sum, name) => sum + pack(readFileSync(join(folder, name))).length, 0) / 1024;
  const gzip = (names: readonly string[]) => kilobytes(EXTENSION, names, (bytes) => gzipSync(bytes));
  const page = readFileSync(join(PANE, 'taskpane.html'), 'utf8');
  const first = scripts(PANE).filter((name) => page.includes(name));
  return [
    {
      what: 'the panel’s first screen, gzip',
      value: gzip(['panel.html', 'panel.css', 'panel.js']),
      unit: 'KB',
    },
    {
      what: 'all scripts of the panel, content included, gzip',
      value: gzip(scripts(EXTENSION).filter((name) => name !== 'worker.js')),
      unit: 'KB',
    },
    { what: 'the worker, gzip', value: gzip(['worker.js']), unit: 'KB' },
    {
      what: 'the worker as it is',
      value: kilobytes(EXTENSION, ['worker.js'], (bytes) => bytes),
      unit: 'KB',
    },
    {
      what: 'the pane’s first screen, without Office.js, brotli',
      value: kilobytes(PANE, first, (bytes) => brotliCompressSync(bytes)),
      unit: 'KB',
    },
    {
      what: 'the same, gzip',
      value: kilobytes(PANE, first, (bytes) => gzipSync(bytes)),
      unit: 'KB',
    },
  ];
}
