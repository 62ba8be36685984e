import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { SheetId } from '../../src/workbook/design';
import { freePort, startSandbox } from '../e2e/sandbox-process';
import { english as words } from '../load-words';
import { SANDBOX, sheetPicture, SHEETS } from './picture-names';

const SIZE = { width: 1440, height: 900 };
/** Sheets to be seen down to their end: what leaves and what never does, the charts. */
const HEIGHTS: Readonly<Partial<Record<SheetId, number>>> = { start: 1240, scorecard: 1420 };
/** The scorecard down to its charts beside the pane. */
const WHOLE = { width: 1680, height: 1460 };
/** Long enough for the grid to draw what it was told to draw. */
const DRAWN = 600;

/** The sandbox after the whole job with sample answers: all of it with the scorecard, then each sheet alone: `sheet-<id>.png`. */
export async function takeSheets(browser: Browser, folder: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pictures-'));
  const sandbox = await startSandbox({ port: await freePort(), dataDir });
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    page.setDefaultTimeout(20_000);
    await page.goto(sandbox.url);
    await finishTheJob(page.frameLocator('iframe[title="Task pane"]'));
    await page.setViewportSize(WHOLE);
    await showSheet(page, 'scorecard');
    await page.screenshot({ path: join(folder, SANDBOX) });
    await page.addStyleTag({ content: '.banner, #splitter, #pane { display: none }' });
    for (const sheet of SHEETS) {
      await page.setViewportSize({ ...SIZE, height: HEIGHTS[sheet] ?? SIZE.height });
      await showSheet(page, sheet);
      await page.screenshot({ path: join(folder, sheetPicture(sheet)) });
    }
    await page.close();
  } finally {
    await sandbox.stop();
    rmSync(dataDir, { recursive: true });
  }
}

/** Inserts, fills, compares with the sample benchmark, keeps a snapshot, submits; ends on the scores. */
async function finishTheJob(pane: FrameLocator): Promise<void> {
  const press = (name: string) => pane.getByRole('button', { name, exact: true }).click();
  const open = (name: string) => pane.getByRole('tab', { name }).click();
  await press(words('pane.insert'));
  await press(words('pane.sampleFill'));
  await pane.getByText(/^4[0-9] of 4[0-9] rated/).waitFor();
  await open(words('pane.tab-scores'));
  await press(words('pane.chooseBenchmark'));
  const select = pane.getByLabel(words('pane.benchmark'), { exact: true });
  await select.selectOption({ label: (await select.locator('option').allInnerTexts()).at(-1) ?? '' });
  await press(words('pane.useBenchmark'));
  await pane.getByText(words('pane.inventedTitle'), { exact: true }).waitFor();
  await press(words('pane.saveSnapshot'));
  await pane.getByText(words('pane.snapshotSaved')).waitFor();
  await open(words('pane.tab-submit'));
  await press(words('pane.reviewAndSubmit'));
  await pane.getByRole('checkbox').check();
  await press(words('pane.submit'));
  await pane.getByText(words('pane.signature-valid')).waitFor();
  await open(words('pane.tab-scores'));
}

/** Opens a sheet by its tab, with the selection below its title and the pointer out of the way. */
async function showSheet(page: Page, sheet: Exclude<SheetId, 'state'>): Promise<void> {
  await page
    .locator('.o-sheet', { hasText: words(`sheet.${sheet}`) })
    .first()
    .click();
  const nameBox = page.locator('input.os-input').first();
  await nameBox.click();
  await nameBox.fill('A3');
  await nameBox.press('Enter');
  await page.mouse.move(0, 0);
  await page.waitForTimeout(DRAWN);
}
