import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { renderReport } from '../../src/service/report/render-report';
import { EDITIONS } from '../service/report/editions';
import { REPORT_SHEETS, REPORT_WIDTHS, reportPicture, reportSheet } from './picture-names';

/** Down to the first charts; the sheets show the rest. */
const HEIGHT = 3000;
/** Dots to an inch: a page of A4 about as wide as the wide screen's column. */
const RESOLUTION = 96;

/** The report on invented contributors: its first parts on both screens, and each sheet of its PDF (pdftoppm of poppler). */
export async function takeReport(browser: Browser, folder: string): Promise<void> {
  const html = await renderReport(EDITIONS.small);
  const page = await browser.newPage({ colorScheme: 'light' });
  await page.setContent(html);
  for (const width of REPORT_WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.screenshot({ path: join(folder, reportPicture(width)) });
  }
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true });
  await page.close();
  takeSheetsOf(pdf, folder);
}

function takeSheetsOf(pdf: Uint8Array, folder: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    writeFileSync(join(scratch, 'report.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', String(RESOLUTION), '-png', 'report.pdf', 'sheet'], { cwd: scratch });
    const sheets = readdirSync(scratch)
      .filter((name) => name.endsWith('.png'))
      .sort();
    if (sheets.length !== REPORT_SHEETS.length)
      throw new Error(`The report has ${sheets.length} sheets now: say so in picture-names.ts`);
    sheets.forEach((name, at) => renameSync(join(scratch, name), join(folder, reportSheet(at + 1))));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
