import type { FastifyInstance } from 'fastify';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { buildService } from './build-service';
import { openKeys } from './keys';
import { loadContent } from './load-content';
import type { Log } from './log';
import { jsonLines } from './log';
import type { Mode, ServiceCycle } from './service-parts';
import { openStore } from './store/open-store';

export interface ServiceOptions {
  readonly words: Words;
  /** Where the keys are kept, and the rows too unless `database` says otherwise; made on first start. */
  readonly dataDir: string;
  /** The PostgreSQL or Citus database that keeps the rows, such as postgres://benchmark@db.example/benchmark. */
  readonly database?: string;
  /** Where the rubrics and the published figures are; see `loadContent`. */
  readonly rubricDir: string;
  readonly cycle: ServiceCycle;
  readonly mode: Mode;
  /** The service's public host name, to which blind tokens are bound; `DEFAULT_ISSUER`, unless given. */
  readonly issuerName?: string;
  /** Exact origins of the pages that may call, such as https://addin.example; none for pages of the same origin. */
  readonly origins: readonly string[];
  /** Also serve the invented sample release. */
  readonly sample: boolean;
  /** The folder of the built page that takes a row, served at /submit where it is there. */
  readonly submitPage?: string;
  readonly prefix?: string;
  readonly today?: () => string;
  /** JSON lines on standard error, unless given. */
  readonly log?: Log;
  /** 15 seconds, unless given. */
  readonly requestWithinMs?: number;
}

const REQUEST_WITHIN_MS = 15_000;
const utcDay = (): string => new Date().toISOString().slice(0, 10);
export const toStandardError: Log = jsonLines((line) => void process.stderr.write(line));

/**
 * Opens everything the service stands on and builds it, not listening; closing it closes the store. Fails, in words,
 * as `loadContent`, `openStore` and `openKeys` do, or `rubric-missing`, `origin-invalid`.
 */
export async function openService(options: ServiceOptions): Promise<Result<FastifyInstance>> {
  const { words, dataDir, database, rubricDir, cycle, mode, origins, sample, prefix = '' } = options;
  const { issuerName, today = utcDay, log = toStandardError, requestWithinMs = REQUEST_WITHIN_MS } = options;
  const odd = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (odd !== undefined) return failed('origin-invalid', words('service.originInvalid', { origin: odd }));
  const content = loadContent(rubricDir, sample, words);
  if (!content.ok) return content;
  const { rubrics } = content.value;
  if (!rubrics.some(({ id }) => id === cycle.rubric)) {
    return failed('rubric-missing', words('service.rubricMissing', { rubric: cycle.rubric }));
  }
  const place = { directory: dataDir, ...(database === undefined ? {} : { database }) };
  const store = await openStore(place, rubrics, words);
  if (!store.ok) return store;
  const keys = openKeys(dataDir, { cycle: cycle.cycle, rubric: cycle.rubric, mode, issuerName }, words);
  if (!keys.ok) {
    await store.value.close();
    return keys;
  }
  const page = options.submitPage === undefined ? {} : { submitPage: options.submitPage };
  const parts = { words, ...page, content: content.value, cycle, mode, origins, today, log, requestWithinMs };
  return success(buildService({ ...parts, ...keys.value, store: store.value }, prefix));
}
