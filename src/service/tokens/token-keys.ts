import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keys } from '../../submission/protocol';
import type { Result } from '../../words/result';
import { failed } from '../../words/result';
import type { Words } from '../../words/words';
import { keepKeyFile, replaceKeyFile, withKeyFile } from '../key-file';
import { keepPublicKey, publicKeysIn } from '../key-history';
import type { KeyChange } from '../signing';
import { tokenKeyOf } from './token-issuer';

/** Token type 2 knows no other length (RFC 9578, section 8.2.2). */
const MODULUS_BITS = 2048;
const EXPONENT = 65_537n;
const KEY_NAME = 'token-key-';
/** The public halves of keys that made tokens here once, by cycle: their tokens are not taken any more. */
const FORMER_KEYS = 'token-keys';

/** The private key of a cycle's tokens, made on the cycle's first start and readable by its owner only. Fails: `key-unusable`. */
export function openTokenKey(directory: string, cycle: string, words: Words): Result<KeyObject> {
  const file = fileOf(directory, cycle);
  return withKeyFile(file, 'tokens.keyUnusable', words, () => {
    keepKeyFile(file, newKey);
    return readKey(file);
  });
}

/**
 * Makes a new key for a cycle and destroys the one before. Every token of that one that was not used yet is worthless
 * from the service's next start on, so it is refused (`tokens-outstanding`) unless forced. Fails also: `key-missing`,
 * `key-unusable`.
 */
export function rotateTokenKey(
  directory: string,
  cycle: string,
  { force }: { readonly force: boolean },
  words: Words,
): Result<KeyChange> {
  const file = fileOf(directory, cycle);
  if (!existsSync(file)) return failed('key-missing', words('tokens.tokenKeyMissing', { cycle, directory }));
  if (!force) return failed('tokens-outstanding', words('tokens.tokenKeyStays', { cycle }));
  return withKeyFile(file, 'tokens.keyUnusable', words, () => {
    const former = readKey(file);
    const { id } = tokenKeyOf(former);
    keepPublicKey(join(directory, FORMER_KEYS), `${cycle}.${id}`, former);
    replaceKeyFile(file, newKey());
    const current = tokenKeyOf(readKey(file)).id;
    return { former: id, current, notice: words('tokens.tokenKeyRotated', { cycle, former: id, current }) };
  });
}

/** Every key that ever made tokens in this directory, by cycle; former ones of a cycle after its own. Fails: `key-unusable`. */
export function tokenKeys(directory: string, words: Words): Result<Keys['token']> {
  return withKeyFile(directory, 'tokens.keyUnusable', words, () => {
    const current = publicKeysIn(directory, KEY_NAME).map(({ name, key }) => ({
      ...tokenKeyOf(key),
      cycle: name,
    }));
    const former = publicKeysIn(join(directory, FORMER_KEYS)).map(({ name, key }) => ({
      ...tokenKeyOf(key),
      cycle: name.slice(0, name.indexOf('.')),
    }));
    const ids = new Set(current.map(({ id }) => id));
    return [...current, ...former.filter(({ id }) => !ids.has(id))].sort((one, other) =>
      one.cycle < other.cycle ? -1 : Number(one.cycle > other.cycle),
    );
  });
}

const fileOf = (directory: string, cycle: string): string => join(directory, `${KEY_NAME}${cycle}.pem`);

const newKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS, publicExponent: Number(EXPONENT) })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

function readKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file));
  const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== 'rsa' || modulusLength !== MODULUS_BITS || publicExponent !== EXPONENT) {
    throw new Error(`${String(key.asymmetricKeyType)} ${modulusLength ?? ''}`);
  }
  return key;
}
