import type { FilesPort } from '../../pane/side-panel/side-panel-props';
import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { OpenFile } from '../../workbook/file-port';
import { copyFile } from './copy-file';
import { orTrouble } from './file-trouble';
import type { KeptValues } from './kept-values';
import { COPY, keptCopy, type WorkingCopy } from './working-copy';

export interface CopiedFilesParts {
  /** Lets the user pick a file; null where the dialog was closed without one. */
  readonly pick: () => Promise<File | null>;
  readonly kept: KeptValues;
  /** Never gives the same twice. */
  readonly newId: () => string;
  readonly download: FilesPort['download'];
  readonly words: Words;
}

/**
 * Files that cannot be written themselves (Firefox). One working copy is kept in the browser, so that a closed panel
 * loses nothing; it makes room for another one only when nothing in it waits to be downloaded.
 */
export function copiedFiles({ pick, kept, newId, download, words }: CopiedFilesParts): FilesPort {
  const ids = new WeakMap<OpenFile, string>();
  const fileOf = ({ id, name }: WorkingCopy): OpenFile => {
    const file = copyFile({ id, name, kept, words });
    ids.set(file, id);
    return file;
  };

  const refusals = <T>(file: string, run: () => Promise<Result<T>>) => orTrouble(file, words, run);
  const held = async (): Promise<WorkingCopy | null> => keptCopy(await kept.get(COPY));
  const waits = ({ name }: WorkingCopy) => failed('copy-waits', words('panel.copyWaits', { file: name }));

  async function start(name: string, bytes: Uint8Array, owed: boolean): Promise<Result<OpenFile>> {
    const copy: WorkingCopy = { id: newId(), name, bytes, revision: 1, owed };
    // Another window may have changed its copy since the user was asked for a file.
    const after = await kept.update(COPY, (before) => (keptCopy(before)?.owed === true ? before : copy));
    const now = keptCopy(after);
    return now !== null && now.id !== copy.id ? waits(now) : success(fileOf(copy));
  }

  return {
    direct: false,
    open: () =>
      refusals<OpenFile | null>(words('panel.thisFile'), async () => {
        const before = await held();
        if (before?.owed === true) return waits(before);
        const file = await pick();
        if (file === null) return success(null);
        return start(file.name, new Uint8Array(await file.arrayBuffer()), false);
      }),
    create: (name, bytes) => refusals(name, () => start(name, bytes, true)),
    last: () => refusals(words('panel.lastFile'), async () => success((await held())?.name ?? null)),
    reopen: () =>
      refusals(words('panel.lastFile'), async () => {
        const copy = await held();
        return copy ? success(fileOf(copy)) : failed('gone', words('panel.noLast'));
      }),
    // The copy is kept already.
    keep: () => Promise.resolve(success(undefined)),
    close: (file) =>
      refusals(file.name, async () => {
        await kept.update(COPY, (before) => {
          const copy = keptCopy(before);
          return copy !== null && copy.id === ids.get(file) && !copy.owed ? undefined : before;
        });
        return success(undefined);
      }),
    mark: (file) => ids.get(file),
    isMarked: (file, mark) => Promise.resolve(mark !== undefined && ids.get(file) === mark),
    async download(name, bytes, type) {
      const handed = await download(name, bytes, type);
      if (!handed.ok) return handed;
      return refusals(name, async () => {
        await kept.update(COPY, (before) => {
          const copy = keptCopy(before);
          return copy !== null && sameBytes(copy.bytes, bytes) ? { ...copy, owed: false } : before;
        });
        return success(undefined);
      });
    },
  };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
