import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { WordKey, Words } from '../words/words';
import { isSystemError } from './system-error';

/**
 * Keeps a text in a file that only its owner may read, unless there is one: then that one stays, whoever made it. When
 * it returns, the file has survived a loss of power; a crash before leaves the whole file or none. Throws what the
 * operating system refuses.
 */
export function keepKeyFile(file: string, text: () => string): void {
  if (existsSync(file)) return;
  withDraft(file, text(), (draft) => {
    try {
      // Unlike a rename, a link never takes the place of a key that another process has just made.
      linkSync(draft, file);
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
    }
  });
}

/** Puts a text in the place of what a key file holds, as carefully: a crash leaves the one or the other. */
export function replaceKeyFile(file: string, text: string): void {
  withDraft(file, text, (draft) => renameSync(draft, file));
}

/** Runs what needs a key file. What the system or OpenSSL refuses is `key-unusable`, in the words of `key` with `file` and `reason`. */
export function withKeyFile<T>(file: string, key: WordKey, words: Words, use: () => T): Result<T> {
  try {
    return success(use());
  } catch (error) {
    const reason = (error as Partial<Error>).message ?? String(error);
    return failed('key-unusable', words(key, { file, reason }));
  }
}

function withDraft(file: string, text: string, keep: (draft: string) => void): void {
  const directory = dirname(file);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}.new`;
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600, flush: true });
    keep(draft);
  } finally {
    rmSync(draft, { force: true });
  }
  syncDirectory(directory);
}

/** The new name itself must survive a loss of power; Windows has no such call and needs none. */
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
