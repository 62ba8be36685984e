import type { OpenFile } from '../../workbook/file-port';
import type { Change } from '../../workbook/port';
import type { Result } from '../../words/result';
import type { PaneProps } from '../ports';
import { cellOf } from '../store/pane-state';

export interface FileState {
  /** What a download of a copy would give: nothing new, changes (or maybe changes), what was handed over already. */
  readonly copy: 'same' | 'changed' | 'handed';
  /** Answers that are not in the file: none, kept in this browser, or in this panel alone. */
  readonly refused: 'none' | 'kept' | 'only-here';
}

/** What became of a file since it was opened. */
export interface FileWatch {
  subscribe(listener: () => void): () => void;
  state(): FileState;
  downloaded(): void;
  /** Answers that were refused in an earlier session are not in the file yet. */
  owe(changes: readonly Change[]): void;
  /** Lets go of the answers that the file refused. */
  forgetRefused(): Promise<Result<void>>;
}

export interface WatchedFile {
  readonly file: OpenFile;
  readonly watch: FileWatch;
  /** The pane's ports, whose refused answers are noticed and kept: closing the panel must not lose them. */
  readonly watchedPane: (pane: PaneProps) => PaneProps;
}

export interface WatchedFileParts {
  readonly file: OpenFile;
  /** What is so before the first write. */
  readonly copy: FileState['copy'];
  /** Keeps refused answers, or lets go of those that the file has taken. */
  readonly keep: (changes: readonly Change[], refused: boolean) => Promise<Result<void>>;
}

/** Looks on while a file is written. */
export function watchedFile({ file, copy, keep }: WatchedFileParts): WatchedFile {
  const listeners = new Set<() => void>();
  const refused = new Map<string, Change>();
  let state: FileState = { copy, refused: 'none' };
  const set = (part: Partial<FileState>) => {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  };

  async function note(changes: readonly Change[], taken: boolean): Promise<void> {
    if (taken && refused.size === 0) return;
    for (const change of changes) {
      if (taken) refused.delete(cellOf(change));
      else refused.set(cellOf(change), change);
    }
    const kept = await keep(changes, !taken);
    set({ refused: refused.size === 0 ? 'none' : kept.ok ? 'kept' : 'only-here' });
  }

  return {
    file: {
      name: file.name,
      kind: file.kind,
      read: () => file.read(),
      async write(bytes, over) {
        const written = await file.write(bytes, over);
        if (written.ok) set({ copy: 'changed' });
        return written;
      },
    },
    watch: {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      state: () => state,
      owe(changes) {
        for (const change of changes) refused.set(cellOf(change), change);
        if (changes.length > 0) set({ refused: 'kept' });
      },
      downloaded: () => set({ copy: 'handed' }),
      async forgetRefused() {
        const forgotten = await keep([...refused.values()], false);
        if (!forgotten.ok) return forgotten;
        refused.clear();
        set({ refused: 'none' });
        return forgotten;
      },
    },
    watchedPane: (pane) => ({
      ...pane,
      workbook: {
        ...pane.workbook,
        async write(changes) {
          const written = await pane.workbook.write(changes);
          // Over a note that changed the writer decides anew: those changes are let go of in the pane, too.
          if (written.ok || written.failure.code !== 'note-changed') await note(changes, written.ok);
          return written;
        },
      },
    }),
  };
}
