import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { FileContent, OpenFile } from '../../workbook/file-port';
import { fileTrouble } from './file-trouble';
import type { PickedHandle } from './picked-handle';

export interface HandleFileParts {
  readonly handle: PickedHandle;
  readonly stampOf: (bytes: Uint8Array) => Promise<string>;
  /** `navigator.locks`: the windows of the extension share it. */
  readonly locks: Pick<LockManager, 'request'>;
  readonly words: Words;
}

/** One for all files: no name tells two handles of one file, and a write takes milliseconds. */
const LOCK = 'assessment-file';

/**
 * A file of this computer that is written itself. Its stamp is a hash of its content: a synchronising folder may touch a
 * file without changing it, and may change it within the same second. One window writes at a time; what another program
 * saved is looked for again just before the new content takes its place, and the new content is read back.
 */
export function handleFile({ handle, stampOf, locks, words }: HandleFileParts): OpenFile {
  const { name } = handle;

  async function read(): Promise<Result<FileContent>> {
    try {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      return success({ bytes, stamp: await stampOf(bytes) });
    } catch (error) {
      return fileTrouble(error, name, words);
    }
  }

  /** The stamp that is there now, where it is this one. */
  async function stamped(stamp: string): Promise<Result<string>> {
    const now = await read();
    if (!now.ok) return now;
    return now.value.stamp === stamp
      ? success(stamp)
      : failed('changed-elsewhere', words('panel.changedElsewhere', { file: name }));
  }

  async function writeAlone(bytes: Uint8Array, over: string): Promise<Result<string>> {
    const before = await stamped(over);
    if (!before.ok) return before;
    const written = await replaceContent(handle, bytes, words, () => stamped(over));
    return written.ok ? stamped(await stampOf(bytes)) : written;
  }

  return {
    name,
    kind: 'file',
    read,
    async write(bytes, over) {
      // Asked outside the lock: an unanswered question in one window must not hold up the others.
      const allowed = await mayWrite(handle, words);
      return allowed.ok ? locks.request(LOCK, () => writeAlone(bytes, over)) : allowed;
    },
  };
}

/** Asks the user where the browser has not been told yet; only within a press of theirs does it ask. */
export async function mayWrite(handle: PickedHandle, words: Words): Promise<Result<void>> {
  const readwrite = { mode: 'readwrite' } as const;
  try {
    const now = await handle.queryPermission(readwrite);
    const state = now === 'prompt' ? await handle.requestPermission(readwrite) : now;
    return state === 'granted'
      ? success(undefined)
      : failed('not-allowed', words('panel.notAllowed', { file: handle.name }));
  } catch (error) {
    return fileTrouble(error, handle.name, words);
  }
}

/**
 * The browser writes beside the file and puts it in its place on `close`; a failure leaves the file as it was, as does
 * `mayReplace` where it fails.
 */
export async function replaceContent(
  handle: PickedHandle,
  bytes: Uint8Array,
  words: Words,
  mayReplace: () => Promise<Result<unknown>> = () => Promise.resolve(success(undefined)),
): Promise<Result<void>> {
  try {
    const writable = await handle.createWritable();
    try {
      await writable.write(bytes);
      const may = await mayReplace();
      if (!may.ok) {
        await writable.abort();
        return may;
      }
      await writable.close();
    } catch (error) {
      // Where the stream has failed there is nothing left to abort; what it failed of is told.
      await Promise.allSettled([writable.abort()]);
      throw error;
    }
    return success(undefined);
  } catch (error) {
    return fileTrouble(error, handle.name, words);
  }
}
