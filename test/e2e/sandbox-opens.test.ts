import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium, watchedPage } from './chromium';
import { freePort, startSandbox, type SandboxProcess } from './sandbox-process';

jest.setTimeout(180_000);

let dataDir: string;
let sandbox: SandboxProcess;
let browser: Browser;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  sandbox = await startSandbox({ port: await freePort(), dataDir });
  browser = await launchChromium();
});

afterAll(async () => {
  try {
    await browser.close();
  } finally {
    await sandbox.stop();
    rmSync(dataDir, { recursive: true });
  }
});

test('the grid and the real pane are ready, nothing complains, nothing leaves this machine', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { page, complaints, outside } = await watchedPage(context);
  await page.goto(sandbox.url);
  await page.getByRole('main', { name: 'Spreadsheet' }).locator('canvas').first().waitFor();
  const pane = page.frameLocator('iframe[title="Task pane"]');
  await pane.getByRole('button', { name: 'Insert rubric' }).waitFor();
  expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
  await context.close();
});

test('nothing is wider than the window from 1024 px on, and the pane can be made wider with the keyboard', async () => {
  const context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
  const { page } = await watchedPage(context);
  await page.goto(sandbox.url);
  const splitter = page.getByRole('separator', { name: 'Width of the task pane' });
  await splitter.waitFor();
  await page.locator('iframe[title="Task pane"]').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  expect(await splitter.getAttribute('aria-valuenow')).toBe('350');
  await splitter.press('ArrowLeft');
  expect(await splitter.getAttribute('aria-valuenow')).toBe('360');
  expect((await page.locator('iframe[title="Task pane"]').boundingBox())?.width).toBe(360);
  await context.close();
});

test('the page of the pane without Excel says where it works', async () => {
  const context = await browser.newContext({ viewport: { width: 350, height: 600 } });
  const { page } = await watchedPage(context);
  await page.goto(`${sandbox.url}taskpane.html`);
  await expect(page.getByRole('alert').innerText()).resolves.toMatch(/works inside Excel/);
  await context.close();
});
