import { createHash, webcrypto } from 'node:crypto';
import type { Release } from '../../rubric/release';
import { explainIssue } from '../../words/explain-issue';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import type { Keys } from '../../submission/protocol';
import { parseRelease, verifyRelease } from '../../submission/release';
import type { ProofPage } from '../../submission/release-tree';
import { countLeafInTree } from '../../submission/release-tree';
import { ed25519Verifier, verifyReceipt } from '../../submission/receipt';
import type { Receipt } from '../../submission/record';
import { receiptSchema } from '../../submission/record';
import { hashOf } from './former-release';
import { leafHash } from './tree';

/** Public keys that somebody trusts: those of GET /v1/keys, or one that was pinned. */
export type TrustedKeys = Keys['receipt'];

const verify = ed25519Verifier(webcrypto.subtle as SubtleCrypto);
const digest = (bytes: Uint8Array): Promise<ArrayBuffer> =>
  Promise.resolve(Uint8Array.from(createHash('sha256').update(bytes).digest()).buffer);

/** A release out of parsed JSON, signed by a trusted key. Fails: `release-invalid`, `key-unknown`, `signature-invalid`. */
export async function verifyReleaseFile(
  json: unknown,
  keys: TrustedKeys,
  words: Words,
): Promise<Result<{ readonly release: Release; readonly hash: string }>> {
  const parsed = parseRelease(json, words);
  if (!parsed.ok) return parsed;
  const release = parsed.value;
  const key = keyFor(release.keyId, keys);
  if (key === null) return unknownKey(release.keyId, words);
  const genuine = (await verifyRelease(release, key, verify)) === true;
  return genuine ? success({ release, hash: hashOf(release) }) : forged(release.keyId, words);
}

/** A receipt out of parsed JSON, signed by a trusted key. Fails: `receipt-invalid`, `key-unknown`, `signature-invalid`. */
export async function verifyReceiptFile(
  json: unknown,
  keys: TrustedKeys,
  words: Words,
): Promise<Result<Receipt>> {
  const parsed = receiptSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.map(String).join('.') ?? '';
    const reason = issue ? explainIssue(issue, words) : '';
    return failed('receipt-invalid', words('release.receiptInvalid', { place: place || '-', reason }));
  }
  const receipt = parsed.data;
  const key = keyFor(receipt.keyId, keys);
  if (key === null) return unknownKey(receipt.keyId, words);
  const genuine = isOneSpelling(receipt.signature) && (await verifyReceipt(receipt, key, verify)) === true;
  return genuine ? success(receipt) : forged(receipt.keyId, words);
}

/** What is held against each other, out of parsed JSON. */
export interface InclusionFiles {
  readonly receipt: unknown;
  readonly release: unknown;
  /** Pages of GET /v1/releases/{id}/proof; in a tree of many, those around the row's leaf are enough. */
  readonly pages: readonly ProofPage[];
  readonly keys: TrustedKeys;
}

/**
 * Whether a release counts the row of a receipt, once; offline. Gives the row's leaf. Fails as the two above, and:
 * `other-cycle`; `page-needed` (the message names its number); `tree-untrusted` (a page is not the release's, or the
 * pages do not rise); `not-counted` (the release was made before the row or this revision of it, or leaves it out).
 */
export async function verifyInclusion(
  { receipt: receiptJson, release: releaseJson, pages, keys }: InclusionFiles,
  words: Words,
): Promise<Result<{ readonly leaf: string }>> {
  const receipt = await verifyReceiptFile(receiptJson, keys, words);
  if (!receipt.ok) return receipt;
  const verified = await verifyReleaseFile(releaseJson, keys, words);
  if (!verified.ok) return verified;
  const { release } = verified.value;
  const { cycle, revision } = receipt.value;
  if (cycle !== release.cycle) {
    return failed(
      'other-cycle',
      words('release.otherCycle', { cycle, release: release.id, other: release.cycle }),
    );
  }
  const leaf = leafHash(receipt.value, release.id);
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const count = await countLeafInTree(release, leaf, (n) => given(byNumber, n), digest).catch(onlyNeeded);
  if (count instanceof PageNeeded) {
    return failed('page-needed', words('release.pageNeeded', { page: count.page, release: release.id }));
  }
  if (count === null)
    return failed('tree-untrusted', words('release.treeUntrusted', { release: release.id }));
  if (count === 0)
    return failed('not-counted', words('release.notCounted', { release: release.id, revision }));
  return success({ leaf });
}

/** Ends the search for a leaf. */
class PageNeeded extends Error {
  constructor(readonly page: number) {
    super(`Page ${page} is needed`);
  }
}

const given = (pages: ReadonlyMap<number, ProofPage>, wanted: number): Promise<ProofPage> => {
  const page = pages.get(wanted);
  return page ? Promise.resolve(page) : Promise.reject(new PageNeeded(wanted));
};

function onlyNeeded(error: unknown): PageNeeded {
  if (error instanceof PageNeeded) return error;
  throw error;
}

/** 64 bytes have four spellings in 86 digits; a receipt that was never issued in this one is none of the service's. */
const isOneSpelling = (text: string): boolean =>
  Buffer.from(text, 'base64url').toString('base64url') === text;

/** The key with an id, which is its SHA-256: a key under another's id is none. */
function keyFor(keyId: string, keys: TrustedKeys): string | null {
  const key = keys.find(({ id }) => id === keyId)?.publicKey;
  if (key === undefined) return null;
  return createHash('sha256').update(key, 'base64url').digest('base64url') === keyId ? key : null;
}

const unknownKey = (keyId: string, words: Words) =>
  failed('key-unknown', words('release.keyUnknown', { keyId }));
const forged = (keyId: string, words: Words) =>
  failed('signature-invalid', words('release.signatureInvalid', { keyId }));
