import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { OpenFile } from '../../workbook/file-port';
import { orTrouble } from './file-trouble';
import type { KeptValues } from './kept-values';
import { COPY, keptCopy, type WorkingCopy } from './working-copy';

export interface CopyFileParts {
  readonly id: string;
  readonly name: string;
  readonly kept: KeptValues;
  readonly words: Words;
}

/** The working copy as an open file. Where another window put another file in its place, it is gone and says so. */
export function copyFile({ id, name, kept, words }: CopyFileParts): OpenFile {
  const own = (value: unknown): WorkingCopy | null => {
    const copy = keptCopy(value);
    return copy?.id === id ? copy : null;
  };
  const stampOf = ({ revision }: WorkingCopy) => `${id} ${revision}`;
  const gone = () => failed('gone', words('panel.copyGone', { file: name }));

  const refusals = <T>(run: () => Promise<Result<T>>) => orTrouble(name, words, run);

  return {
    name,
    kind: 'copy',
    read: () =>
      refusals(async () => {
        const copy = own(await kept.get(COPY));
        return copy ? success({ bytes: copy.bytes, stamp: stampOf(copy) }) : gone();
      }),
    write: (bytes, over) =>
      refusals(async () => {
        const seen: (WorkingCopy | null)[] = [];
        const after = await kept.update(COPY, (before) => {
          const copy = own(before);
          seen.push(copy);
          return copy && stampOf(copy) === over
            ? { ...copy, bytes, revision: copy.revision + 1, owed: true }
            : before;
        });
        const [before] = seen;
        // Read back: what another window put there since is not what was written.
        const [copy, there] = [own(after), own(await kept.get(COPY))];
        if (!before || !copy || !there) return gone();
        return stampOf(before) === over && stampOf(there) === stampOf(copy)
          ? success(stampOf(copy))
          : failed('changed-elsewhere', words('panel.changedElsewhere', { file: name }));
      }),
  };
}
