import type { Browser, Frame, Page } from 'puppeteer-core';
import { launchWithExtension } from '../e2e/extension-chromium';
import { english as words } from '../load-words';
import { STORE_ROWS } from '../pictures/store-rows';
import { figure, median, type Bench, type Table } from './measure';
import { EXTENSION, PANE } from './needs';
import { serveProductionPane } from './production-pane';
import { markWhenShown, usableAfter } from './usable-after';

const RUNS = 15;
const WARM_UP = 2;

/** The side panel and the pane, opened in turns in one browser, each in a tab of its own. */
export const panelOpening: Bench = {
  title: 'Opening the side panel',
  needs: ['pane', 'extension', 'sandbox'],
  run: async () => [await openings()],
};

async function openings(): Promise<Table> {
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
    return {
      columns: [`median of ${RUNS}, in turns`, 'figure'],
      rows: [
        ['the side panel, until its rows are painted', figure(median(panelTimes), 'ms')],
        ['the pane, until its first view is painted', figure(median(paneTimes), 'ms')],
        ['the side panel to the pane, median of the turns', figure(median(ratios), 'x')],
      ],
    };
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
