import { renameSync, writeFileSync } from 'node:fs';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

/** Writes a value as JSON to a file that only its owner may read: it is there whole, or as it was. */
export function replaceFile(file: string, value: unknown, words: Words): Result<void> {
  try {
    const fresh = `${file}.new`;
    writeFileSync(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(fresh, file);
    return success(undefined);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return failed('file-unwritable', words('cli.fileUnwritable', { file, reason: error.message }));
  }
}
