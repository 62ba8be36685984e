import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../e2e/chromium';
import { takePanes } from './pane-pictures';
import { picturePage } from './picture-page';
import { takeReport } from './report-pictures';
import { takeSheets } from './sheet-pictures';
import { shrink } from './shrink';
import { takeStore } from './store-pictures';

/** Which pictures there are, by how their names begin, and what takes them. */
const KINDS: Readonly<
  Record<string, { readonly begins: RegExp; take(browser: Browser, folder: string): Promise<void> }>
> = {
  sheets: { begins: /^(sandbox|sheet)-/, take: takeSheets },
  panes: { begins: /^pane-/, take: takePanes },
  report: { begins: /^report-/, take: takeReport },
  store: { begins: /^store-/, take: (_, folder) => takeStore(folder) },
};

/**
 * `npm run pictures [-- KIND…] [--to=FOLDER]`: takes the pictures of the documentation again, all of them or those of
 * some kinds (sheets, panes, report, store), and writes the page that shows them.
 */
const given = process.argv.slice(2);
const folder = given.find((word) => word.startsWith('--to='))?.slice('--to='.length) ?? 'docs/pictures';
const asked = given.filter((word) => !word.startsWith('--'));
const strange = asked.filter((kind) => !(kind in KINDS));
if (strange.length > 0) throw new Error(`No kind of pictures: ${strange.join(' ')}`);
const kinds = Object.entries(KINDS).filter(([kind]) => asked.length === 0 || asked.includes(kind));
const isAsked = (name: string): boolean => kinds.some(([, { begins }]) => begins.test(name));

mkdirSync(folder, { recursive: true });
const pictures = () => readdirSync(folder).filter((name) => name.endsWith('.png') && isAsked(name));
pictures().forEach((name) => rmSync(join(folder, name)));
const browser = await launchChromium();
try {
  for (const [, { take }] of kinds) await take(browser, folder);
} finally {
  await browser.close();
}
writeFileSync(join(folder, 'README.md'), picturePage());
const bytes = shrink(pictures().map((name) => join(folder, name)));
console.log(`${folder}: ${(bytes / 1e6).toFixed(1)} MB taken`);
