import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenIssuer, type TokenUse } from '../../../src/service/tokens/token-issuer';
import type { PurchaseContext } from '../../../src/submission/token-purchase';
import { finishPurchase, requestOf, startPurchase } from '../../../src/submission/token-purchase';
import { DEFAULT_ISSUER } from '../../../src/submission/token';
import type { TokenKey } from '../../../src/submission/protocol';
import type { TokenRecord } from '../../../src/submission/record';
import type { Result } from '../../../src/words/result';
import { CYCLE, words } from '../../submission/fixtures';

const made: string[] = [];
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

/** A new empty directory, gone after the tests of the file. */
export function keyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'jsp-keys-'));
  made.push(directory);
  return directory;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

export const newTokenKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const USE: TokenUse = { cycle: CYCLE, rubric: 'jsp', issuer: DEFAULT_ISSUER };
export const issuerWith = (key: KeyObject, change: Partial<TokenUse> = {}) =>
  tokenIssuer(key, { ...USE, ...change });

export const random = (count: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(count));
export const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
export const sha384 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-384', bytes);

export const purchaseOf = (tokenKey: TokenKey, change: Partial<PurchaseContext> = {}): PurchaseContext => ({
  cycle: CYCLE,
  rubric: 'jsp',
  endpoint: 'https://benchmark.example',
  tokenKey,
  secret: new Uint8Array(20).fill(9),
  digest,
  sha384,
  random,
  words,
  ...change,
});

/** The bytes of a record's request, which must still be pending. */
export function requestBytes(record: TokenRecord): Uint8Array<ArrayBuffer> {
  const bytes = requestOf(record);
  if (!bytes) throw new Error('The token is there already');
  return bytes;
}

/** The text between the quotes of a record's `PrivateToken` header. */
export function tokenText({ authorization }: TokenRecord): string {
  const text = /^PrivateToken token="([^"]+)"$/.exec(authorization ?? '')?.[1];
  if (text === undefined) throw new Error('No token yet');
  return text;
}

type Issuer = ReturnType<typeof issuerWith>;
/** A token bought from an issuer, from the request to the header. */
export async function bought(issuer: Issuer, change: Partial<PurchaseContext> = {}): Promise<TokenRecord> {
  const context = purchaseOf(issuer.tokenKey, change);
  const record = valueOf(await startPurchase(context));
  const response = issuer.issue(requestBytes(record));
  if (response === null) throw new Error('Refused');
  return valueOf(await finishPurchase(record, response, context));
}
