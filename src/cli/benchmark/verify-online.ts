import type { Release } from '../../rubric/release';
import { hashOf } from '../../service/release/former-release';
import { verifyReceiptFile } from '../../service/release/verify-files';
import { parseEndpoint } from '../../submission/endpoint';
import type { BenchmarkPort } from '../../submission/port';
import type { Receipt } from '../../submission/record';
import { leafOf } from '../../submission/release-tree';
import { parseRelease } from '../../submission/release';
import type { Result } from '../../words/result';
import { success } from '../../words/result';
import type { Words } from '../../words/words';
import type { Shipped } from '../shipped';
import { clientOf, sha256 } from '../submission-client';
import type { Evidence, Verdict } from './verify-offline';

export interface OnlineEvidence {
  /** What the files hold, and the keys that the service shows where none were given. */
  readonly evidence: Evidence;
  /** What only the service can tell: whether its releases count the rows, and are those of the files. */
  readonly verdicts: () => Promise<readonly Verdict[]>;
  /** What the service learns by being asked. */
  readonly notice: string;
}

/** Asks a service for its keys; what is checked with it is fetched by `verdicts`. Fails as `parseEndpoint` and the client do. */
export async function fetchEvidence(
  from: string,
  files: Evidence,
  shipped: Shipped,
): Promise<Result<OnlineEvidence>> {
  const { words } = shipped;
  const endpoint = parseEndpoint(from, words);
  if (!endpoint.ok) return endpoint;
  const client = clientOf(endpoint.value, shipped);
  const shown = files.keys.length > 0 ? null : await client.keys();
  if (shown && !shown.ok) return shown;
  const evidence = shown ? { ...files, keys: [...shown.value.receipt] } : files;
  const verdicts = async (): Promise<readonly Verdict[]> => [
    ...(await Promise.all(evidence.releases.map(({ file, json }) => sameRelease(file, json, client, words)))),
    ...(await countedRows(evidence, client, words)),
  ];
  const key = shown ? 'operator.verifyKeysShown' : 'operator.verifyAsked';
  return success({ evidence, verdicts, notice: words(key, { endpoint: endpoint.value }) });
}

/** Whether everybody gets the release that the file holds. */
async function sameRelease(
  file: string,
  json: unknown,
  client: BenchmarkPort,
  words: Words,
): Promise<Verdict> {
  const fail = (message: string): Verdict => ({ file, state: 'fail', message });
  const own = parseRelease(json, words);
  if (!own.ok) return fail(own.failure.message);
  const shown = await client.release(own.value.id);
  if (!shown.ok) return fail(shown.failure.message);
  const { endpoint } = client;
  const values = { release: own.value.id, endpoint };
  return shown.value.kind === 'release' && shown.value.hash === hashOf(own.value)
    ? { file, state: 'ok', message: words('operator.releaseSame', values) }
    : fail(words('operator.releaseDiffers', values));
}

/** Whether each release of a receipt's cycle counts its row. A row that was withdrawn is not looked for. */
async function countedRows(
  { proofs, keys }: Evidence,
  client: BenchmarkPort,
  words: Words,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const gone = new Set(proofs.filter(({ kind }) => kind === 'withdrawal').map(({ json }) => keyIn(json)));
  for (const { file, kind, json } of proofs) {
    if (kind !== 'receipt' || gone.has(keyIn(json))) continue;
    const receipt = await verifyReceiptFile(json, keys, words);
    if (receipt.ok) verdicts.push(...(await countsOf(file, receipt.value, client, words)));
  }
  return verdicts;
}

async function countsOf(
  file: string,
  receipt: Receipt,
  client: BenchmarkPort,
  words: Words,
): Promise<readonly Verdict[]> {
  const { cycle, revision } = receipt;
  const releases = await releasesOf(cycle, client);
  if (!releases.ok) return [{ file, state: 'fail', message: releases.failure.message }];
  if (releases.value.length === 0) {
    return [{ file, state: 'warn', message: words('operator.noReleaseOf', { cycle }) }];
  }
  return Promise.all(
    releases.value.map(async (release): Promise<Verdict> => {
      const leaf = await leafOf(receipt, release.id, sha256);
      const counted = await client.countLeaf(release, leaf);
      if (!counted.ok) return { file, state: 'fail', message: counted.failure.message };
      const values = { release: release.id, revision };
      return counted.value === 1
        ? { file, state: 'ok', message: words('operator.rowCountedIn', values) }
        : { file, state: 'fail', message: words('release.notCounted', values) };
    }),
  );
}

async function releasesOf(cycle: string, client: BenchmarkPort): Promise<Result<readonly Release[]>> {
  const list = await client.releases();
  if (!list.ok) return list;
  const releases: Release[] = [];
  for (const { id } of list.value.filter((one) => one.kind === 'release' && one.cycle === cycle)) {
    const shown = await client.release(id);
    if (!shown.ok) return shown;
    if (shown.value.kind === 'release') releases.push(shown.value.release);
  }
  return success(releases);
}

const keyIn = (json: unknown): unknown => (Object(json) as Partial<Receipt>).nullifier;
