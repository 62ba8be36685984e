import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumPath, QUIET } from './chromium';

export interface ExtensionChromium {
  readonly browser: Browser;
  /** Of the side panel's page. */
  readonly panel: string;
}

/** Chromium without a window, with the extension that was built into a folder. To be closed by the caller. */
export async function launchWithExtension(folder: string): Promise<ExtensionChromium> {
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    headless: true,
    pipe: true,
    enableExtensions: true,
    args: QUIET,
  });
  try {
    const id = await browser.installExtension(folder);
    return { browser, panel: `chrome-extension://${id}/panel.html` };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
