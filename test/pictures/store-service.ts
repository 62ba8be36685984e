import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HTTPRequest, Page } from 'puppeteer-core';
import cycleFile from '../../assets/cycle.json';
import { openService } from '../../src/service/open-service';
import { english as words } from '../load-words';
import { SERVICE } from './store-builds';

export interface StoreService {
  readonly cycle: string;
  /** The page's requests to the service are answered by it; all others get nothing. */
  answer(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** A service of its own behind the address that the pictures show. */
export async function storeService(submitPage: string): Promise<StoreService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pictures-'));
  const { cycle, closes } = cycleFile;
  const opened = await openService({
    ...{ words, dataDir, submitPage, rubricDir: 'rubric', mode: 'open', origins: [], sample: false },
    cycle: { cycle, closes, rubric: 'jsp' },
  });
  if (!opened.ok) throw new Error(opened.failure.message);
  const service = opened.value;

  async function respond(request: HTTPRequest): Promise<void> {
    const url = new URL(request.url());
    if (url.origin !== SERVICE) return request.abort();
    const { statusCode, headers, rawPayload } = await service.inject({
      method: 'GET',
      url: url.pathname,
      headers: request.headers(),
    });
    const plain = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    await request.respond({
      status: statusCode,
      headers: Object.fromEntries(plain) as Record<string, string>,
      body: rawPayload,
    });
  }

  return {
    cycle,
    async answer(page) {
      await page.setRequestInterception(true);
      page.on('request', (request) => void respond(request));
    },
    async close() {
      await service.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
