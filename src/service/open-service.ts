import { inspect } from 'node:util';
import type { FastifyInstance } from 'fastify';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { buildService } from './build-service';
import type { OnFault } from './http/errors';
import { loadContent } from './load-content';
import type { ServiceCycle } from './service-parts';
import { openSigner } from './signing';
import { openSqliteStore } from './store/sqlite-store';

export interface ServiceOptions {
  readonly words: Words;
  /** Where rows and the receipt key are kept; made on first start. */
  readonly dataDir: string;
  /** Where the rubrics and the published figures are; see `loadContent`. */
  readonly rubricDir: string;
  readonly cycle: ServiceCycle;
  /** Exact origins of the pages that may call, such as https://addin.example; none for pages of the same origin. */
  readonly origins: readonly string[];
  /** Also serve the invented sample release. */
  readonly sample: boolean;
  readonly prefix?: string;
  readonly today?: () => string;
  /** Standard error, unless given. */
  readonly onFault?: OnFault;
}

const utcDay = (): string => new Date().toISOString().slice(0, 10);
const toStandardError: OnFault = (error) => void process.stderr.write(`${inspect(error)}\n`);

/**
 * Opens everything the service stands on and builds it, not listening; closing it closes the store. Fails, in words,
 * as `loadContent`, `openSqliteStore` and `openSigner` do, or `rubric-missing`, `origin-invalid`.
 */
export function openService(options: ServiceOptions): Result<FastifyInstance> {
  const { words, dataDir, rubricDir, cycle, origins, sample, prefix = '' } = options;
  const { today = utcDay, onFault = toStandardError } = options;
  const odd = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (odd !== undefined) return failed('origin-invalid', words('service.originInvalid', { origin: odd }));
  const content = loadContent(rubricDir, sample, words);
  if (!content.ok) return content;
  if (!content.value.rubrics.some(({ id }) => id === cycle.rubric)) {
    return failed('rubric-missing', words('service.rubricMissing', { rubric: cycle.rubric }));
  }
  const store = openSqliteStore(dataDir, content.value.rubrics, words);
  if (!store.ok) return store;
  const signer = openSigner(dataDir, words);
  if (!signer.ok) {
    void store.value.close();
    return signer;
  }
  const parts = { words, content: content.value, cycle, origins, today, onFault };
  return success(buildService({ ...parts, store: store.value, signer: signer.value }, prefix));
}
