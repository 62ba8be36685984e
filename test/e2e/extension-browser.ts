import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { DEV_KEY } from '../../src/extension/build/dev-key';
import { extensionManifest } from '../../src/extension/manifest';
import { builtExtension } from '../repo/extension-build';
import { chromiumPath, QUIET } from './chromium';

export interface ExtensionBrowser {
  readonly browser: Browser;
  readonly id: string;
  /** A press on the toolbar icon while this page is in front: a real one, with all that it grants. */
  press(page: Page): Promise<void>;
  /** The side panel, once a press has opened it. */
  panel(): Promise<Page>;
  worker(): Promise<WebWorker>;
  /** Ends the worker as the browser does when it has nothing to do. */
  endWorker(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Chromium with the built extension, whose internet is `proxy`. Its manifest is the built one, but that it lets
 * `addinOrigin` connect and has the id that the sandbox's pane asks.
 */
export async function extensionBrowser(proxy: string, addinOrigin: string): Promise<ExtensionBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'extension-'));
  cpSync(builtExtension('chrome'), folder, { recursive: true });
  const manifest = extensionManifest('chrome', {
    version: '0.1.0',
    addinOrigins: [addinOrigin],
    key: DEV_KEY,
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: { width: 1280, height: 900 },
    args: [...QUIET, `--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'],
  });
  const id = await browser.installExtension(folder);
  const extension = async () => {
    const found = (await browser.extensions()).get(id);
    if (!found) throw new Error('The extension is not there any more');
    return found;
  };
  const workerTarget = () =>
    browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id));
  const worker = async () => {
    const found = await (await workerTarget()).worker();
    if (!found) throw new Error('The extension has no worker');
    return found;
  };
  // On a busy machine the first press would come before anybody listens.
  const started = await worker();
  while (!(await started.evaluate(() => chrome.action.onClicked.hasListeners())));
  return {
    browser,
    id,
    worker,
    async press(page) {
      await page.bringToFront();
      await (await extension()).triggerAction(page);
    },
    async panel() {
      const isPanel = (url: string): boolean => url === `chrome-extension://${id}/panel.html`;
      await browser.waitForTarget((target) => isPanel(target.url()));
      const found = (await (await extension()).pages()).find((page) => isPanel(page.url()));
      if (!found) throw new Error('The side panel is not open');
      return found;
    },
    async endWorker() {
      const target = await workerTarget();
      const gone = new Promise<void>((resolve) => {
        browser.on('targetdestroyed', (ended) => {
          if (ended === target) resolve();
        });
      });
      await (await worker()).close();
      await gone;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
