import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveGallery } from '../e2e/gallery-build';
import { EXHIBITS, LOOKS, panePicture } from './picture-names';

/** A pane is at least this high; a longer view is taken whole. */
const LEAST_HEIGHT = 480;

/** Every exhibit of the gallery in each of its looks: `pane-<exhibit>-<width>-<theme>.png`. */
export async function takePanes(browser: Browser, folder: string): Promise<void> {
  const site = await serveGallery();
  try {
    for (const theme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme: theme, reducedMotion: 'reduce' });
      page.setDefaultTimeout(20_000);
      await page.goto(`${site.url}#${EXHIBITS[0]!},${theme}`);
      for (const name of EXHIBITS) {
        for (const { width } of LOOKS.filter((look) => look.theme === theme)) {
          const hash = `${name},${theme}`;
          await showAt(page, hash, width);
          await page.screenshot({ path: join(folder, panePicture(name, width, theme)) });
        }
      }
      await page.close();
    }
  } finally {
    await site.close();
  }
}

async function showAt(page: Page, hash: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: LEAST_HEIGHT });
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator(`html[data-ready="${hash}"]`).waitFor();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, LEAST_HEIGHT) });
  // The pointer and the focus of the last press are no part of the picture.
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}
