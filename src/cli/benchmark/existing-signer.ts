import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSigner, RECEIPT_KEY_FILE, type Signer } from '../../service/signing';
import type { Result } from '../../words/result';
import { failed } from '../../words/result';
import type { Words } from '../../words/words';

/** The service's signer; one made now would be one that nobody knows. Fails: `key-missing`, `key-unusable`. */
export function existingSigner(directory: string, words: Words): Result<Signer> {
  return existsSync(join(directory, RECEIPT_KEY_FILE))
    ? openSigner(directory, words)
    : failed('key-missing', words('operator.keyLost', { file: RECEIPT_KEY_FILE, directory }));
}
