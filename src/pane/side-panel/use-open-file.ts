import { useCallback, useEffect, useState } from 'react';
import { type Failure, type Result, success } from '../../words/result';
import type { OpenFile } from '../../workbook/file-port';
import type { Change } from '../../workbook/port';
import type { Words } from '../../words/words';
import type { LeftOver, PaneProps } from '../ports';
import { asked } from '../store/asked';
import { type FileState, type FileWatch, watchedFile } from './file-watch';
import { useSidePanel } from './side-panel-context';

/** A file with the pane's ports over it. */
export interface Opened {
  /** Counts the files of this session. */
  readonly id: number;
  readonly file: OpenFile;
  /** The same file as the port knows it. */
  readonly source: OpenFile;
  readonly pane: PaneProps;
  readonly watch: FileWatch;
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
}

let filesOpened = 0;

function told(file: string, changes: readonly Change[], words: Words): LeftOver {
  const items = [...new Set(changes.flatMap((change) => ('item' in change ? [change.item] : [])))];
  const message = words(items.length > 0 ? 'panel.leftOver' : 'panel.leftOverProfile', {
    file,
    items: items.join(', '),
  });
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
    const kept = await asked(words, () => refusedAnswers.get(name), 'panel.unexpected');
    // Where they cannot be read, new ones cannot be kept either, and that is told.
    const left = kept.ok ? kept.value : [];
    const { file, watch, watchedPane } = watchedFile({
      ...{ file: source, copy, leftOver: left },
      keep: (changes, refused) =>
        asked(
          words,
          () => (refused ? refusedAnswers.keep(name, changes) : refusedAnswers.letGo(name, changes)),
          'panel.unexpected',
        ),
    });
    const pane = await paneOver(file);
    if (!pane.ok) {
      await files.close(source);
      return pane;
    }
    // Not being able to keep the way back costs a press next time, no more.
    await files.keep(source);
    filesOpened += 1;
    const leftOver = left.length === 0 ? {} : { leftOver: told(name, left, words) };
    return success({
      id: filesOpened,
      file,
      source,
      pane: { ...watchedPane(pane.value), ...leftOver },
      watch,
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
  };
}
