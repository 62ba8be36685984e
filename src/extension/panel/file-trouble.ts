import { failed, type Result } from '../../words/result';
import type { WordKey, Words } from '../../words/words';

/** What browsers throw over files (File System Access, File API, IndexedDB), as failures. */
const TROUBLES: Readonly<Record<string, { readonly code: string; readonly key: WordKey }>> = {
  // Excel on Windows holds a file that it has open; browsers say the same of one that is read-only.
  NoModificationAllowedError: { code: 'held-open', key: 'panel.writeRefused' },
  InvalidStateError: { code: 'held-open', key: 'panel.heldOpen' },
  NotReadableError: { code: 'held-open', key: 'panel.heldOpen' },
  NotAllowedError: { code: 'not-allowed', key: 'panel.notAllowed' },
  SecurityError: { code: 'not-allowed', key: 'panel.notAllowed' },
  NotFoundError: { code: 'gone', key: 'panel.fileGone' },
  QuotaExceededError: { code: 'no-room', key: 'panel.noRoom' },
};

/** Whether the user closed a dialog without choosing. */
export const isAbort = (error: unknown): boolean => isDomException(error) && error.name === 'AbortError';

/** Why a file could not be read or written, in words; what is no refusal of the browser is a bug and is thrown on. */
export function fileTrouble(error: unknown, file: string, words: Words): Result<never> {
  if (!isDomException(error)) throw error;
  const known = TROUBLES[error.name];
  return known
    ? failed(known.code, words(known.key, { file }))
    : failed('file-failed', words('panel.fileFailed', { file, reason: error.message || error.name }));
}

/** Does something with a file; what the browser throws over it is a failure. */
export async function orTrouble<T>(
  file: string,
  words: Words,
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await run();
  } catch (error) {
    return fileTrouble(error, file, words);
  }
}

const isDomException = (error: unknown): error is DOMException =>
  Object.prototype.toString.call(error) === '[object DOMException]';
