import type { Browser } from 'playwright-core';
import { type RunningService, startService } from '../../src/service/serve';
import { launchChromium, watchedPage } from '../e2e/chromium';
import { freshDirectory, optionsFor } from './fixtures';
import { valueOf } from './tokens/fixtures';

let browser: Browser;
const running: RunningService[] = [];
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await Promise.all(running.map((service) => service.close()));
});

async function started(prefix: string): Promise<string> {
  const service = valueOf(
    await startService({ ...optionsFor(freshDirectory()), host: '127.0.0.1', port: 0, prefix }),
  );
  running.push(service);
  return service.url;
}

// With the stroke and below a prefix: whatever holds in both holds for /docs, too.
it.each([
  ['', '/docs/'],
  ['/benchmark', '/docs'],
])(
  'shows every operation under a policy that lets nothing else run: prefix "%s", at %s',
  async (prefix, path) => {
    const url = await started(prefix);
    const context = await browser.newContext();
    const { page, complaints, outside } = await watchedPage(context);
    const response = await page.goto(`${url}${path}`);
    await page.getByText('/v1/submissions/{nullifier}').first().waitFor();
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await page.locator('.opblock').count()).toBe(17);
    await page.locator('.opblock-put .opblock-summary-control').click();
    await page.getByText('The row has another revision').first().waitFor();
    expect(await page.getByText('Try it out').count()).toBe(0);
    expect(await page.getByText('Anybody may send rows here').count()).toBe(1);
    expect([complaints, outside]).toEqual([[], []]);
    await context.close();
  },
  60_000,
);
