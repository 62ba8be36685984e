import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Private keys lie in the directory itself; folders in it hold public halves of former ones. */
const PRIVATE = /^(receipt-key|token-key-[\w.-]+)\.pem$/;

/** Every key file of a data directory, by its path in it; private ones can sign. */
export const keyFilesIn = (
  directory: string,
): readonly { readonly file: string; readonly secret: boolean }[] =>
  readdirSync(directory, { withFileTypes: true })
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [entry.name];
      return readdirSync(join(directory, entry.name)).map((name) => join(entry.name, name));
    })
    .filter((file) => file.endsWith('.pem'))
    .sort()
    .map((file) => ({ file, secret: PRIVATE.test(file) }));
