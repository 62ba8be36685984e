import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium, watchedPage } from '../../e2e/chromium';
import { freePort, startSandbox } from '../../e2e/sandbox-process';
import { english as words } from '../../load-words';
import { NODE_WARNS, type UnderNode } from './under-node';

const STEP_WITHIN_MS = 60_000;

/** `npm start`, then in Chromium: insert the rubric, fill it, submit the row, read that it was accepted and signed. */
export async function mainJob({ folder, env }: UnderNode): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jsp-nodes-'));
  const sandbox = await startSandbox({ port: await freePort(), dataDir, folder, env });
  try {
    const browser = await launchChromium();
    try {
      const { page, complaints, outside } = await watchedPage(await browser.newContext());
      page.setDefaultTimeout(STEP_WITHIN_MS);
      await page.goto(sandbox.url);
      await submitSample(page);
      const found = [...complaints, ...outside];
      if (NODE_WARNS.test(sandbox.said())) found.push(sandbox.said());
      if (found.length > 0) throw new Error(`The page or Node complains: ${found.join('\n')}`);
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.stop();
    rmSync(dataDir, { recursive: true });
  }
}

async function submitSample(page: Page): Promise<void> {
  const pane = page.frameLocator('iframe[title="Task pane"]');
  const button = (name: string) => pane.getByRole('button', { name });
  await button(words('pane.insert')).click();
  await button(words('pane.sampleFill')).click();
  await pane.getByRole('tab', { name: words('pane.tab-submit') }).click();
  await button(words('pane.reviewAndSubmit')).click();
  await pane.getByRole('checkbox').check();
  await button(words('pane.submit')).click();
  await pane.getByText(words('pane.signature-valid')).waitFor();
}
