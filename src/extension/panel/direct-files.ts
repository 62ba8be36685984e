import type { Digest } from '../../submission/prepare';
import { toHex } from '../../submission/encoding';
import type { FilesPort } from '../../pane/side-panel/side-panel-props';
import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { OpenFile } from '../../workbook/file-port';
import { XLSX_TYPE } from '../../pane/side-panel/xlsx-type';
import { fileTrouble, isAbort } from './file-trouble';
import { handleFile, mayWrite, replaceContent } from './handle-file';
import type { KeptValues } from './kept-values';
import { type FilePickers, keptHandle, type PickedHandle, type PickerOptions } from './picked-handle';

export interface DirectFilesParts {
  readonly pickers: FilePickers;
  readonly kept: KeptValues;
  readonly digest: Digest;
  readonly locks: Pick<LockManager, 'request'>;
  readonly download: FilesPort['download'];
  readonly words: Words;
}

/** Where the handle of the last file is kept. */
const LAST = 'handle';

/** Files that are written themselves (File System Access: Chrome and Edge). */
export function directFiles({ pickers, kept, digest, locks, download, words }: DirectFilesParts): FilesPort {
  const options: PickerOptions = {
    id: 'assessment',
    types: [{ description: words('panel.fileKind'), accept: { [XLSX_TYPE]: ['.xlsx'] } }],
  };
  const stampOf = async (bytes: Uint8Array) => toHex(new Uint8Array(await digest(new Uint8Array(bytes))));
  const handles = new WeakMap<OpenFile, PickedHandle>();
  const fileOf = (handle: PickedHandle): OpenFile => {
    const file = handleFile({ handle, stampOf, locks, words });
    handles.set(file, handle);
    return file;
  };

  async function picked(pick: () => Promise<PickedHandle | undefined>): Promise<Result<PickedHandle | null>> {
    try {
      return success((await pick()) ?? null);
    } catch (error) {
      return isAbort(error) ? success(null) : fileTrouble(error, words('panel.thisFile'), words);
    }
  }

  async function lastHandle(): Promise<Result<PickedHandle | null>> {
    try {
      return success(keptHandle(await kept.get(LAST)));
    } catch (error) {
      return fileTrouble(error, words('panel.lastFile'), words);
    }
  }

  return {
    direct: true,
    async open() {
      const chosen = await picked(async () => (await pickers.showOpenFilePicker(options))[0]);
      if (!chosen.ok) return chosen;
      if (chosen.value === null) return success(null);
      // Asked now, while the press counts. Who says no may still look; the first write asks again and tells it.
      await mayWrite(chosen.value, words);
      return success(fileOf(chosen.value));
    },
    async create(name, bytes) {
      const chosen = await picked(() => pickers.showSaveFilePicker({ ...options, suggestedName: name }));
      if (!chosen.ok) return chosen;
      if (chosen.value === null) return success(null);
      const written = await replaceContent(chosen.value, bytes, words);
      if (!written.ok) return written;
      return success(fileOf(chosen.value));
    },
    async last() {
      const handle = await lastHandle();
      return handle.ok ? success(handle.value?.name ?? null) : handle;
    },
    async reopen() {
      const handle = await lastHandle();
      if (!handle.ok) return handle;
      if (handle.value === null) return failed('gone', words('panel.noLast'));
      const allowed = await mayWrite(handle.value, words);
      return allowed.ok ? success(fileOf(handle.value)) : allowed;
    },
    async keep(file) {
      try {
        await kept.update(LAST, (before) => handles.get(file) ?? before);
        return success(undefined);
      } catch (error) {
        return fileTrouble(error, file.name, words);
      }
    },
    // The file is the user's; the way back to it stays.
    close: () => Promise.resolve(success(undefined)),
    mark: (file) => handles.get(file),
    async isMarked(file, mark) {
      const [handle, other] = [handles.get(file), keptHandle(mark)];
      return handle !== undefined && other !== null && handle.isSameEntry(other);
    },
    download,
  };
}
