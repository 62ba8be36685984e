import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openKeys } from '../../service/keys';
import { RECEIPT_KEY_FILE } from '../../service/signing';
import type { Words } from '../../words/words';
import { doubtful, type Finding, ill, well } from './examine-finding';
import { keyFilesIn } from './key-files';
import type { ServiceSettings } from './service-settings';

const OTHERS = 0o077;

/** Whether every key is there, can be used, and can be read by its owner only; and which keys to pin. */
export function examineKeys(
  directory: string,
  { cycle, cycles }: ServiceSettings,
  words: Words,
): readonly Finding[] {
  const files = keyFilesIn(directory);
  const has = (file: string) => files.some((one) => one.file === file);
  const open = cycles[cycle];
  const tokenKey = `token-key-${cycle}.pem`;
  const wanted = [RECEIPT_KEY_FILE, ...(open?.mode === 'blind' ? [tokenKey] : [])];
  const missing = wanted.filter((file) => !has(file));
  const loose = [directory, ...files.filter(({ secret }) => secret).map(({ file }) => join(directory, file))]
    .filter((path) => process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0)
    .map((path) => ill(words('operator.rightsLoose', { path })));
  // `openKeys` makes keys that are missing: here one that nobody knows would hide a loss.
  if (missing.length > 0 || !open) {
    return [...loose, ...missing.map((file) => ill(words('operator.keyLost', { file, directory })))];
  }
  const keys = openKeys(directory, { cycle, rubric: open.rubric, mode: open.mode }, words);
  if (!keys.ok) return [...loose, ill(keys.failure.message)];
  const { receipt, token } = keys.value.keys();
  const former = receipt.filter(({ state }) => state === 'former').length;
  const current = receipt.filter(({ state }) => state === 'current').map(({ id }) => id);
  return [
    ...loose,
    ...(loose.length === 0 ? [well(words('operator.rightsTight', { directory }))] : []),
    well(words('operator.receiptKeys', { id: current.join(', '), count: former })),
    ...(keys.value.issuer
      ? [well(words('operator.tokenKeys', { cycle, id: keys.value.issuer.tokenKey.id }))]
      : []),
    ...(token.length > 0 && !keys.value.issuer ? [doubtful(words('operator.tokenKeysIdle'))] : []),
  ];
}
