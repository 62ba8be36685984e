import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../e2e/chromium';
import { takePanes } from './pane-pictures';
import { takeSheets } from './sheet-pictures';
import { shrink } from './shrink';

/** `npm run pictures [-- FOLDER]`: takes every picture of the documentation again. */
const folder = process.argv[2] ?? 'docs/pictures';
mkdirSync(folder, { recursive: true });
readdirSync(folder)
  .filter((name) => name.endsWith('.png'))
  .forEach((name) => rmSync(join(folder, name)));
const browser = await launchChromium();
try {
  await takeSheets(browser, folder);
  await takePanes(browser, folder);
} finally {
  await browser.close();
}
console.log(`${folder}: ${(shrink(folder) / 1e6).toFixed(1)} MB`);
