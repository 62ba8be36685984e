import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepKeyFile } from './key-file';

const PEM = /^([\w.-]+)\.pem$/;

/** A key file's name without `.pem`, and the public key in it or of it. */
export interface NamedKey {
  readonly name: string;
  readonly key: KeyObject;
}

/** Keeps the public half of a key for good, so that what it signed can still be checked; its private half may then go. */
export function keepPublicKey(directory: string, name: string, key: KeyObject): void {
  keepKeyFile(join(directory, `${name}.pem`), () =>
    publicHalf(key).export({ type: 'spki', format: 'pem' }).toString(),
  );
}

/** The public keys (also of private ones) in the `.pem` files of a directory whose names begin so, in order of name. */
export function publicKeysIn(directory: string, beginning = ''): readonly NamedKey[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .sort()
    .flatMap((file) => {
      const name = PEM.exec(file)?.[1];
      if (name === undefined || !name.startsWith(beginning)) return [];
      return [
        { name: name.slice(beginning.length), key: createPublicKey(readFileSync(join(directory, file))) },
      ];
    });
}

export const publicHalf = (key: KeyObject): KeyObject => (key.type === 'public' ? key : createPublicKey(key));
