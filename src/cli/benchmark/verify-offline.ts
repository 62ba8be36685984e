import { createHash, webcrypto } from 'node:crypto';
import type { ExportHeader } from '../../service/release/export-release';
import { verifyExport } from '../../service/release/verify-export';
import {
  type TrustedKeys,
  verifyInclusion,
  verifyReceiptFile,
  verifyReleaseFile,
} from '../../service/release/verify-files';
import { ed25519Verifier, verifyWithdrawal } from '../../submission/receipt';
import { withdrawalSchema } from '../../submission/record';
import type { ProofPage } from '../../submission/release-tree';
import type { Words } from '../../words/words';
import type { Finding } from './examine-finding';
import { linesOf } from './verify-material';

/** What files hold, to be held against each other. */
export interface Evidence {
  readonly keys: TrustedKeys[number][];
  readonly proofs: Proof[];
  readonly releases: { readonly file: string; readonly json: unknown }[];
  readonly pages: ProofPage[];
  readonly exports: { readonly file: string; readonly header: ExportHeader }[];
}

export interface Proof {
  readonly file: string;
  readonly kind: 'receipt' | 'withdrawal';
  readonly json: unknown;
  /** The bytes that a receipt must be about, one of them; absent where nobody kept them beside it. */
  readonly bytes?: readonly string[];
}

export interface Verdict extends Finding {
  readonly file: string;
}

const FINDINGS_AT_MOST = 20;
const verify = ed25519Verifier(webcrypto.subtle as SubtleCrypto);

/** A verdict for each thing that can be checked with what is there. */
export async function verifyOffline(evidence: Evidence, words: Words): Promise<readonly Verdict[]> {
  const [release] = evidence.releases;
  const verdicts: Verdict[] = [];
  if (release) verdicts.push(await ofRelease(release, evidence.keys, words));
  for (const proof of evidence.proofs) {
    const own = await ofProof(proof, evidence.keys, words);
    verdicts.push(own);
    if (own.state === 'ok' && proof.kind === 'receipt' && release && evidence.pages.length > 0) {
      verdicts.push(await ofInclusion(proof, release.json, evidence, words));
    }
  }
  for (const { file } of evidence.exports) verdicts.push(...(await ofExport(file, evidence, words)));
  return verdicts;
}

async function ofRelease(
  { file, json }: Evidence['releases'][number],
  keys: TrustedKeys,
  words: Words,
): Promise<Verdict> {
  const verified = await verifyReleaseFile(json, keys, words);
  if (!verified.ok) return { file, state: 'fail', message: verified.failure.message };
  const { release, hash } = verified.value;
  const { id, cycle, keyId: key } = release;
  return { file, state: 'ok', message: words('operator.releaseGenuine', { release: id, cycle, key, hash }) };
}

async function ofProof(proof: Proof, keys: TrustedKeys, words: Words): Promise<Verdict> {
  return proof.kind === 'receipt' ? ofReceipt(proof, keys, words) : ofWithdrawal(proof, keys, words);
}

async function ofReceipt({ file, json, bytes }: Proof, keys: TrustedKeys, words: Words): Promise<Verdict> {
  const verified = await verifyReceiptFile(json, keys, words);
  if (!verified.ok) return { file, state: 'fail', message: verified.failure.message };
  const { cycle, revision, rowHash: hash, keyId: key } = verified.value;
  if (bytes?.every((some) => sha256(some) !== hash)) {
    return { file, state: 'fail', message: words('operator.receiptOtherBytes', { hash }) };
  }
  const message = words('operator.receiptGenuine', { cycle, revision, hash, key });
  return { file, state: 'ok', message };
}

async function ofWithdrawal({ file, json }: Proof, keys: TrustedKeys, words: Words): Promise<Verdict> {
  const fail = (message: string): Verdict => ({ file, state: 'fail', message });
  const parsed = withdrawalSchema.safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return fail(words('operator.withdrawalInvalid', { place }));
  }
  const withdrawal = parsed.data;
  const { keyId, cycle, revision } = withdrawal;
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return fail(words('release.keyUnknown', { keyId }));
  const genuine = (await verifyWithdrawal(withdrawal, key.publicKey, verify)) === true;
  return genuine
    ? { file, state: 'ok', message: words('operator.withdrawalGenuine', { cycle, revision, key: keyId }) }
    : fail(words('release.signatureInvalid', { keyId }));
}

async function ofInclusion(
  { file, json: receipt }: Proof,
  release: unknown,
  { pages, keys }: Evidence,
  words: Words,
): Promise<Verdict> {
  const included = await verifyInclusion({ receipt, release, pages, keys }, words);
  return included.ok
    ? { file, state: 'ok', message: words('operator.rowCounted', { leaf: included.value.leaf }) }
    : { file, state: 'fail', message: included.failure.message };
}

async function ofExport(
  file: string,
  { releases, pages, keys }: Evidence,
  words: Words,
): Promise<readonly Verdict[]> {
  const [release] = releases;
  if (!release) return [{ file, state: 'fail', message: words('operator.exportAlone') }];
  const inOrder = [...pages].sort((one, other) => one.page - other.page).map(({ leaves }) => leaves.join(''));
  const audited = await verifyExport(linesOf(file), { release: release.json, pages: inOrder, keys }, words);
  if (!audited.ok) return [{ file, state: 'fail', message: audited.failure.message }];
  const { rows, findings } = audited.value;
  if (findings.length === 0)
    return [{ file, state: 'ok', message: words('operator.exportWhole', { count: rows }) }];
  const shown = findings.slice(0, FINDINGS_AT_MOST);
  const more = findings.length - shown.length;
  return [
    ...shown.map(({ message }): Verdict => ({ file, state: 'fail', message })),
    ...(more > 0
      ? [{ file, state: 'fail' as const, message: words('operator.exportMore', { count: more }) }]
      : []),
  ];
}

const sha256 = (bytes: string): string => createHash('sha256').update(bytes, 'utf8').digest('hex');
