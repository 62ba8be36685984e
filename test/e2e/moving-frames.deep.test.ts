import type { CapturedEvidence } from '../../src/assessment/evidence';
import { MARKER } from '../repo/marked-workbook';
import { EVIDENCE_SITE, OFFICE_SITE } from './evidence-pages';
import { extensionBrowser, type ExtensionBrowser } from './extension-browser';
import { tappedWeb, type TappedWeb } from './tapped-web';

jest.setTimeout(600_000);

const PRESSES = 300;

let web: TappedWeb;
let extension: ExtensionBrowser;
beforeAll(async () => {
  web = await tappedWeb({ 'qms.test': EVIDENCE_SITE, 'office.localhost': OFFICE_SITE });
  extension = await extensionBrowser(web.proxy, 'http://addin.localhost');
});
afterAll(async () => {
  await extension.close();
  await web.close();
});

test(`${PRESSES} presses on a page whose frames come and go lose no selection`, async () => {
  const worker = await extension.worker();
  await worker.evaluate(() => chrome.storage.local.set({ consent: 1 }));
  const page = (await extension.browser.pages())[0]!;
  await page.goto('http://qms.test/moving', { waitUntil: 'domcontentloaded' });
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p')!));
  const lost: string[] = [];
  for (let at = 0; at < PRESSES; at += 1) {
    // A new address each time, so that each press is a line of its own.
    const address = `http://qms.test/moving?n=${at}`;
    await page.evaluate((next) => history.replaceState(null, '', next), address);
    await extension.press(page);
    const kept = await worker.evaluate(async (awaited) => {
      for (;;) {
        const { inbox } = await chrome.storage.local.get('inbox');
        const all = (inbox ?? []) as readonly CapturedEvidence[];
        const newest = all.find((one) => one.address === awaited);
        if (newest) return newest;
      }
    }, address);
    if (kept.quote !== `${MARKER} stays selected`) lost.push(`${at}: ${kept.quote}`);
  }
  expect(lost).toEqual([]);
});
