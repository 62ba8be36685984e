import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { FileContent, OpenFile } from '../../workbook/file-port';
import { fileTrouble } from './file-trouble';
import type { PickedHandle } from './picked-handle';

export interface HandleFileParts {
  readonly handle: PickedHandle;
  readonly stampOf: (bytes: Uint8Array) => Promise<string>;
  readonly words: Words;
}

/**
 * A file of this computer that is written itself. Its stamp is a hash of its content: a synchronising folder may touch a
 * file without changing it, and may change it within the same second.
 */
export function handleFile({ handle, stampOf, words }: HandleFileParts): OpenFile {
  const { name } = handle;

  async function read(): Promise<Result<FileContent>> {
    try {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      return success({ bytes, stamp: await stampOf(bytes) });
    } catch (error) {
      return fileTrouble(error, name, words);
    }
  }

  return {
    name,
    kind: 'file',
    read,
    async write(bytes, over) {
      const allowed = await mayWrite(handle, words);
      if (!allowed.ok) return allowed;
      const now = await read();
      if (!now.ok) return now;
      if (now.value.stamp !== over) {
        return failed('changed-elsewhere', words('panel.changedElsewhere', { file: name }));
      }
      const written = await replaceContent(handle, bytes, words);
      return written.ok ? success(await stampOf(bytes)) : written;
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

/** The browser writes beside the file and puts it in its place on `close`; a failure leaves the file as it was. */
export async function replaceContent(
  handle: PickedHandle,
  bytes: Uint8Array,
  words: Words,
): Promise<Result<void>> {
  try {
    const writable = await handle.createWritable();
    try {
      await writable.write(bytes);
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
