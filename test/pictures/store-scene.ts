import type { Browser, Page } from 'puppeteer-core';
import { english as words } from '../load-words';

/** What the stores ask for. */
const SIZE = { width: 1280, height: 800 };
const PANEL = 380;
const BAR = 44;
const HEIGHT = SIZE.height - BAR;
export const PAGE_VIEW = { width: SIZE.width - PANEL - 1, height: HEIGHT };
export const PANEL_VIEW = { width: PANEL, height: HEIGHT };

const STYLE = `* { box-sizing: border-box } html, body { margin: 0; overflow: hidden }
body { display: grid; grid-template: ${BAR}px ${HEIGHT}px / ${PAGE_VIEW.width}px ${PANEL}px; column-gap: 1px; background: #c6ccd3; font: 14px Arial, sans-serif }
div { display: flex; align-items: center; gap: 8px; padding: 0 14px; background: #e8ebef; color: #24292f; border-bottom: 1px solid #c6ccd3 }
span { flex: 1; padding: 5px 14px; border-radius: 14px; background: #fff }
img { display: block }`;

/** One store picture: a page with its address, and the side panel beside it, as a browser shows them together. */
export async function takeScene(
  browser: Browser,
  file: `${string}.png`,
  shown: { readonly page: Page; readonly address: string; readonly panel: Page; readonly icon: string },
): Promise<void> {
  const [left, right] = [await pictureOf(shown.page), await pictureOf(shown.panel)];
  const scene = await browser.newPage();
  await scene.setViewport(SIZE);
  await scene.setContent(
    `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<div><span>${shown.address}</span></div><div><img src="${shown.icon}" width="16" alt="">${words('extension.name')}</div>
<img src="${left}" alt=""><img src="${right}" alt="">`,
  );
  await scene.screenshot({ path: file });
  await scene.close();
}

async function pictureOf(page: Page): Promise<string> {
  await page.bringToFront();
  return `data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`;
}
