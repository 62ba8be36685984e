import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { launchWithExtension } from '../e2e/extension-chromium';
import { english as words } from '../load-words';
import { storePicture, type StoreScene } from './picture-names';
import { PROCEDURE, type StorePage, TICKET } from './store-pages';
import { STORE_ROWS } from './store-rows';
import { PAGE_VIEW, PANEL_VIEW, takeScene } from './store-scene';
import { SERVICE, storeBuilds } from './store-builds';
import { type StoreService, storeService } from './store-service';
import { storeWorkbook } from './store-workbook';

const FILE = 'JSP assessment.xlsx';
/** A view of the side panel and, within that, one of the pane. */
const SHOWN = '[role="tabpanel"]:not([hidden])';
const [NEWEST, LISTED] = STORE_ROWS;

/**
 * The pictures of the stores: the built extension beside invented pages, from its first page to the row that is handed
 * over and the benchmark's own page that shows it again: `store-<scene>.png`.
 */
export async function takeStore(folder: string): Promise<void> {
  const builds = storeBuilds();
  const service = await storeService(builds.submitPage);
  const { browser, panel: address } = await launchWithExtension(builds.extension);
  try {
    const panel = await panelWithFile(browser, address, storeWorkbook(service.cycle));
    const take = async (scene: StoreScene, page: Page, shown: string) =>
      takeScene(browser, `${folder}/${storePicture(scene)}`, { page, address: shown, panel, icon: ICON });
    const [procedure, ticket] = [await invented(browser, PROCEDURE), await invented(browser, TICKET)];
    await take('first-run', procedure, PROCEDURE.address);
    await capture(panel);
    await take('inbox', procedure, PROCEDURE.address);
    await assess(panel);
    await take('assessment', ticket, TICKET.address);
    const page = await submitPage(browser, service);
    await review(panel);
    await take('handover', page, `${SERVICE}/submit`);
    await handIn(panel, page);
    await take('submit-page', page, `${SERVICE}/submit`);
  } finally {
    await browser.close();
    await service.close();
  }
}

const ICON = `data:image/png;base64,${readFileSync('assets/icons/icon-32.png', 'base64')}`;

async function newPage(browser: Browser, view: { readonly width: number; readonly height: number }) {
  const page = await browser.newPage();
  await page.setViewport(view);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.emulateTimezone('UTC');
  return page;
}

/** The panel, in a browser whose file dialog gives this workbook: a real one cannot be answered, and a file of the origin's own is written in the same way. */
async function panelWithFile(browser: Browser, address: string, bytes: Uint8Array): Promise<Page> {
  const panel = await newPage(browser, PANEL_VIEW);
  await panel.evaluateOnNewDocument((name) => {
    const pick = [
      async () => [await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true })],
    ];
    // A function with a name would be named, by what compiles this, with a function that the page lacks.
    Object.assign(window, Object.fromEntries(pick.map((run) => ['showOpenFilePicker', run])));
  }, FILE);
  await panel.goto(address);
  await panel.evaluate(
    async (name, base64) => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await file.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await file.close();
    },
    FILE,
    Buffer.from(bytes).toString('base64'),
  );
  return panel;
}

async function invented(browser: Browser, { html }: StorePage): Promise<Page> {
  const page = await newPage(browser, PAGE_VIEW);
  await page.setContent(html);
  return page;
}

/** A tab behind another one draws nothing, and waits. */
async function press(page: Page, role: string, name: string): Promise<void> {
  await page.bringToFront();
  await page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
}

const shows = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction((looked) => document.body.innerText.includes(looked), {}, text);

/** Agrees, and has three captured pages, the newest just now. */
async function capture(panel: Page): Promise<void> {
  await press(panel, 'button', words('panel.agree'));
  await shows(panel, words('panel.emptyTitle'));
  await panel.evaluate(
    async (inbox, id, lastItem) => {
      await chrome.storage.local.set({ inbox, lastItem });
      await chrome.storage.session.set({ notice: { kind: 'captured', id, again: false } });
    },
    STORE_ROWS as never,
    NEWEST.id,
    NEWEST.item,
  );
  await shows(panel, words('panel.capturedTitle', { title: NEWEST.title }));
}

/** Opens the workbook, moves the inbox into it, and shows the evidence of the ticket's item. */
async function assess(panel: Page): Promise<void> {
  await press(panel, 'tab', words('panel.tabAssessment'));
  await press(panel, 'button', words('panel.openFile'));
  await press(panel, 'button', words('pane.getCaptured', { n: STORE_ROWS.length }));
  await press(panel, 'button', words('pane.findItem'));
  await panel.locator(`::-p-aria([name="${words('pane.searchLabel')}"])`).fill(LISTED.item);
  await panel.locator(`li > button ::-p-text(${LISTED.item})`).click();
  await shows(panel, LISTED.quote);
  await panel.locator(`blockquote ::-p-text(${LISTED.quote})`).wait();
  await scrollBelowHead(panel, '.fui-Radio', -2);
}

async function submitPage(browser: Browser, service: StoreService): Promise<Page> {
  const page = await newPage(browser, PAGE_VIEW);
  await service.answer(page);
  await page.goto(`${SERVICE}/submit`);
  await shows(page, words('handover.intakeTitle'));
  return page;
}

/** Goes on to the row that can be handed over. */
async function review(panel: Page): Promise<void> {
  await press(panel, 'tab', words('pane.tab-submit'));
  await press(panel, 'button', words('handover.review'));
  await shows(panel, words('handover.goTitle'));
  await scrollBelowHead(panel, `${SHOWN} ${SHOWN} h2`, 0);
}

/** Scrolls until the pane's own head is at the top, and right below it one of what a selector finds, counted as in a list. */
const scrollBelowHead = (panel: Page, selector: string, at: number): Promise<void> =>
  panel.evaluate(
    (shown, wanted, place) => {
      const head = document.querySelector(`${shown} header`);
      const top = [...document.querySelectorAll(wanted)].at(place)?.getBoundingClientRect().top ?? 0;
      window.scrollBy(0, top - (head?.clientHeight ?? 0) - 8);
    },
    SHOWN,
    selector,
    at,
  );

/** Takes the row from the panel to the page, as a user does. */
async function handIn(panel: Page, page: Page): Promise<void> {
  await press(panel, 'button', words('handover.copyRow'));
  await shows(panel, words('handover.copied'));
  await press(page, 'textbox', words('handover.intakeText'));
  await page.keyboard.down('Control');
  await page.keyboard.press('V');
  await page.keyboard.up('Control');
  await press(page, 'button', words('handover.usePasted'));
  await shows(page, words('pane.hash'));
}
