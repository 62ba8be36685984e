import type { Release, UnsignedRelease } from '../rubric/release';
import { releaseSchema } from '../rubric/release';
import { explainIssue } from '../words/explain-issue';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { asciiBytes, canonicalJson } from './canonical';
import { fromBase64url, toBase64url, toHex } from './encoding';
import type { Digest } from './prepare';
import type { VerifySignature } from './receipt';

/** What is signed and hashed: the canonical JSON (RFC 8785, ASCII) of every field but `signature`. */
export function releaseBytes(release: UnsignedRelease): Uint8Array<ArrayBuffer> {
  const { schema, id, cycle, rubric, made, previous, rules, cells, tree, keyId } = release;
  return asciiBytes(canonicalJson({ schema, id, cycle, rubric, made, previous, rules, cells, tree, keyId }));
}

/** The release's hash, by which the next one names it: lower-case hex SHA-256 of `releaseBytes`. */
export async function releaseHash(release: UnsignedRelease, digest: Digest): Promise<string> {
  return toHex(new Uint8Array(await digest(releaseBytes(release))));
}

/**
 * Whether the service whose raw Ed25519 public key (base64url) is given signed this release (RFC 8032).
 * `unsupported`: this machine cannot check one. A second spelling of the same signature is refused.
 */
export async function verifyRelease(
  release: Release,
  publicKey: string,
  verify: VerifySignature,
): Promise<boolean | 'unsupported'> {
  const signature = fromBase64url(release.signature);
  if (toBase64url(signature) !== release.signature) return false;
  return verify(fromBase64url(publicKey), signature, releaseBytes(release));
}

/**
 * A release out of parsed JSON. Fails (`release-invalid`) with the first field that is not as `jsp-release/1` has it.
 * Says nothing about who made it: see `verifyRelease`.
 */
export function parseRelease(json: unknown, words: Words): Result<Release> {
  const parsed = releaseSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.map(String).join('.') ?? '';
    return invalid(place, issue ? explainIssue(issue, words) : '', words);
  }
  const release = parsed.data;
  if (!isPowerOfTwo(release.tree.capacity)) {
    return invalid('tree.capacity', words('release.notPowerOfTwo'), words);
  }
  const late = Object.entries(release.cells).find(
    ([, cell]) => 'asOf' in cell && releaseNumber(cell.asOf) > releaseNumber(release.id),
  );
  if (late !== undefined) return invalid(`cells.${late[0]}.asOf`, words('release.asOfLater'), words);
  return success(release);
}

/** The number in a release's id: 7 of `r7`. */
export const releaseNumber = (id: string): number => Number(id.slice(1));

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));

const invalid = (place: string, reason: string, words: Words) =>
  failed('release-invalid', words('release.invalid', { place: place === '' ? '-' : place, reason }));
