import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../e2e/chromium';
import { takePanes } from './pane-pictures';
import { picturePage } from './picture-page';
import { takeReport } from './report-pictures';
import { takeSheets } from './sheet-pictures';
import { shrink } from './shrink';

/** `npm run pictures [-- FOLDER]`: takes every picture of the documentation again, and writes the page that shows them. */
const folder = process.argv[2] ?? 'docs/pictures';
mkdirSync(folder, { recursive: true });
readdirSync(folder)
  .filter((name) => name.endsWith('.png'))
  .forEach((name) => rmSync(join(folder, name)));
const browser = await launchChromium();
try {
  await takeSheets(browser, folder);
  await takePanes(browser, folder);
  await takeReport(browser, folder);
} finally {
  await browser.close();
}
writeFileSync(join(folder, 'README.md'), picturePage());
console.log(`${folder}: ${(shrink(folder) / 1e6).toFixed(1)} MB`);
