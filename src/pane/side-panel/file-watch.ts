import type { OpenFile } from '../../workbook/file-port';
import type { PaneProps } from '../ports';
import { cellOf } from '../store/pane-state';

export interface FileState {
  /** What a download of a copy would give: nothing new, changes (or maybe changes), what was handed over already. */
  readonly copy: 'same' | 'changed' | 'handed';
  /** Answers were given that are not in the file. */
  readonly unsaved: boolean;
}

/** What became of a file since it was opened. */
export interface FileWatch {
  subscribe(listener: () => void): () => void;
  state(): FileState;
  downloaded(): void;
}

export interface WatchedFile {
  readonly file: OpenFile;
  readonly watch: FileWatch;
  /** The pane's ports, whose refused answers are noticed: closing the file would lose them. */
  readonly watchedPane: (pane: PaneProps) => PaneProps;
}

/** Looks on while a file is written. `copy` says what is so before the first write. */
export function watchedFile(file: OpenFile, copy: FileState['copy']): WatchedFile {
  const listeners = new Set<() => void>();
  const refused = new Set<string>();
  let state: FileState = { copy, unsaved: false };
  const set = (part: Partial<FileState>) => {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  };
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
      downloaded: () => set({ copy: 'handed' }),
    },
    watchedPane: (pane) => ({
      ...pane,
      workbook: {
        ...pane.workbook,
        async write(changes) {
          const written = await pane.workbook.write(changes);
          changes.map(cellOf).forEach((cell) => (written.ok ? refused.delete(cell) : refused.add(cell)));
          set({ unsaved: refused.size > 0 });
          return written;
        },
      },
    }),
  };
}
