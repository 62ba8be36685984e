import { recount } from '../../service/release/recount';
import { remakeRelease } from '../../service/release/remake-release';
import { type TrustedKeys, verifyReleaseFile } from '../../service/release/verify-files';
import { receiptKeys } from '../../service/signing';
import type { OperatorStore } from '../../service/store/operator-store';
import type { Result } from '../../words/result';
import type { Words } from '../../words/words';
import { type Finding, ill, well } from './examine-finding';
import { existingSigner } from './existing-signer';

/**
 * Whether the releases are numbered without a gap, each is signed by a key of the service, follows from its ledger and
 * names the one before; and whether the newest can be counted again from the rows.
 */
export async function examineReleases(
  store: OperatorStore,
  directory: string,
  words: Words,
): Promise<readonly Finding[]> {
  const numbers = await store.releases();
  const newest = numbers.at(-1);
  if (newest === undefined) return [well(words('operator.releasesNone'))];
  const gap = numbers.find((number, i) => number !== i + 1);
  if (gap !== undefined) return [ill(words('operator.releasesGap', { release: `r${gap}` }))];
  for (const number of numbers) {
    const fault = await faultOf(store, number, directory, words);
    if (fault !== null)
      return [ill(words('operator.releaseBroken', { release: `r${number}`, reason: fault }))];
  }
  return [
    well(words('operator.releasesWhole', { count: numbers.length, release: `r${newest}` })),
    ...(await recounted(store, newest, words)),
  ];
}

async function faultOf(
  store: OperatorStore,
  number: number,
  directory: string,
  words: Words,
): Promise<string | null> {
  const remade = await remakeRelease(store, number, words);
  if (!remade.ok) return remade.failure.message;
  if (!remade.value.same) return words('operator.remadeOther', { release: `r${number}` });
  const keys = keysOf(directory, words);
  if (!keys.ok) return keys.failure.message;
  const verified = await verifyReleaseFile(JSON.parse(remade.value.body), keys.value, words);
  return verified.ok ? null : verified.failure.message;
}

function keysOf(directory: string, words: Words): Result<TrustedKeys> {
  const signer = existingSigner(directory, words);
  return signer.ok ? receiptKeys(directory, signer.value, words) : signer;
}

async function recounted(store: OperatorStore, number: number, words: Words): Promise<readonly Finding[]> {
  const counted = await recount(store, number, words);
  if (!counted.ok) return [ill(counted.failure.message)];
  const { changed, findings } = counted.value;
  const values = { release: `r${number}`, count: changed };
  if (changed > 0) return [well(words('operator.recountChanged', values))];
  if (findings.length === 0) return [well(words('operator.recountSame', values))];
  const found = findings.map(({ message }) => message).join(' ');
  return [ill(words('operator.recountOther', { ...values, found }))];
}
