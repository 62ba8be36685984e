import { useCallback, useEffect, useState } from 'react';
import { type Failure, type Result, success } from '../../words/result';
import type { OpenFile } from '../../workbook/file-port';
import type { Change } from '../../workbook/port';
import type { Words } from '../../words/words';
import type { LeftOver, PaneProps } from '../ports';
import { asked } from '../store/asked';
import { type FileState, type FileWatch, watchedFile } from './file-watch';
import { itemsOf } from './items-of';
import { useSidePanel } from './side-panel-context';
import type { Doubtful, RefusedOwner } from './side-panel-props';

/** A file with the pane's ports over it. */
export interface Opened {
  /** Counts the files of this session. */
  readonly id: number;
  readonly file: OpenFile;
  /** The same file as the port knows it. */
  readonly source: OpenFile;
  readonly pane: PaneProps;
  readonly watch: FileWatch;
  /** Answers that may be this file's: the user is asked. */
  readonly doubtful: Doubtful | null;
  /** As refused answers are kept for it. */
  readonly owner: RefusedOwner;
}

export interface Desk {
  readonly opened: Opened | null;
  /** A file is being chosen, read or written. */
  readonly busy: boolean;
  /** Why the last press led to no open file, or did not close it. */
  readonly failure: Failure | null;
  /** The name of the file of last time. */
  readonly last: string | null;
  readonly open: () => void;
  readonly create: () => void;
  readonly reopen: () => void;
  readonly close: () => void;
  /** Says whose the doubtful answers are: this file's, nobody's, or another file's, for which they stay kept. */
  readonly settle: (whose: 'this' | 'nobody' | 'another') => void;
}

let filesOpened = 0;

function told(file: string, changes: readonly Change[], words: Words): LeftOver {
  const items = itemsOf(changes);
  const message = words(items === '' ? 'panel.leftOverProfile' : 'panel.leftOver', { file, items });
  return { changes, failure: { code: 'left-over', message } };
}

/** One file at a time: chosen, made or opened again, and given to the pane. */
export function useOpenFile(): Desk {
  const { words, files, refusedAnswers, blankWorkbook, paneOver } = useSidePanel();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [last, setLast] = useState<string | null>(null);

  const lookForLast = useCallback(async () => {
    const found = await asked(words, () => files.last(), 'panel.unexpected');
    // Not knowing the last file costs a press, no more: opening it the usual way works, or says why not.
    setLast(found.ok ? found.value : null);
  }, [words, files]);
  useEffect(() => {
    void lookForLast();
  }, [lookForLast]);

  async function lead(
    found: Result<OpenFile | null>,
    copy: FileState['copy'],
  ): Promise<Result<Opened | null>> {
    if (!found.ok) return found;
    const source = found.value;
    if (source === null) return success(null);
    const { name } = source;
    const { file, watch, watchedPane } = watchedFile({
      ...{ file: source, copy },
      keep: (changes, refused) =>
        asked(
          words,
          () => (refused ? refusedAnswers.keep(owner, changes) : refusedAnswers.letGo(owner, changes)),
          'panel.unexpected',
        ),
    });
    const over = await paneOver(file);
    if (!over.ok) {
      await files.close(source);
      return over;
    }
    const { pane, workbookId } = over.value;
    const owner: RefusedOwner = {
      source,
      // The first write gives one to a workbook without.
      get id() {
        return workbookId();
      },
    };
    const kept = await asked(words, () => refusedAnswers.get(owner), 'panel.unexpected');
    // Where they cannot be read, new ones cannot be kept either, and that is told.
    const { own, doubtful } = kept.ok ? kept.value : { own: [], doubtful: null };
    watch.owe(own);
    // Not being able to keep the way back costs a press next time, no more.
    await files.keep(source);
    filesOpened += 1;
    const leftOver = own.length === 0 ? {} : { leftOver: told(name, own, words) };
    return success({
      ...{ id: filesOpened, file, source, watch, doubtful, owner },
      pane: { ...watchedPane(pane), ...leftOver },
    });
  }

  async function run(find: () => Promise<Result<OpenFile | null>>, copy: FileState['copy']): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const led = await asked(words, async () => lead(await find(), copy), 'panel.unexpected');
    await lookForLast();
    setBusy(false);
    if (led.ok) setOpened(led.value);
    else setFailure(led.failure);
  }

  async function close(): Promise<void> {
    if (!opened) return;
    const closed = await asked(words, () => files.close(opened.source), 'panel.unexpected');
    await lookForLast();
    setFailure(closed.ok ? null : closed.failure);
    if (closed.ok) setOpened(null);
  }

  async function settle(whose: 'this' | 'nobody' | 'another'): Promise<void> {
    if (opened?.doubtful == null) return;
    const { owner, pane, watch } = opened;
    const { changes } = opened.doubtful;
    const settled =
      whose === 'another'
        ? success(undefined)
        : await asked(words, () => refusedAnswers.settle(owner, whose === 'this'), 'panel.unexpected');
    setFailure(settled.ok ? null : settled.failure);
    if (!settled.ok) return;
    if (whose !== 'this') {
      setOpened({ ...opened, doubtful: null });
      return;
    }
    watch.owe(changes);
    const all = [...(pane.leftOver?.changes ?? []), ...changes];
    const leftOver = told(opened.file.name, all, words);
    // The pane starts anew, as it does with answers that are surely this file's.
    filesOpened += 1;
    setOpened({ ...opened, id: filesOpened, doubtful: null, pane: { ...pane, leftOver } });
  }

  return {
    opened,
    busy,
    failure,
    last,
    open: () => void run(() => files.open(), 'same'),
    create: () =>
      void run(async () => files.create(words('panel.newFileName'), await blankWorkbook()), 'changed'),
    reopen: () => void run(() => files.reopen(), 'changed'),
    close: () => void close(),
    settle: (whose) => void settle(whose),
  };
}
