import type { RubricOutline } from '../../rubric/rubric-outline';
import type { Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { OpenFile } from '../../workbook/file-port';
import type { Change } from '../../workbook/port';
import type { InboxPort } from '../inbox/inbox-port';
import type { PaneProps } from '../ports';

/** Files of this computer. A user who closes a dialog gives null. */
export interface FilesPort {
  /** Whether a picked file can be written itself (File System Access); otherwise a copy is kept and downloaded. */
  readonly direct: boolean;
  open(): Promise<Result<OpenFile | null>>;
  /** Asks where to put a new file and writes it. */
  create(name: string, bytes: Uint8Array): Promise<Result<OpenFile | null>>;
  /** The name of the file of last time; null where there was none. */
  last(): Promise<Result<string | null>>;
  /** Opens it again; the browser may ask the user to agree once more. */
  reopen(): Promise<Result<OpenFile | null>>;
  /** A file that could be used is the file of last time from now on. */
  keep(file: OpenFile): Promise<Result<void>>;
  /** The user is done with a file, or it could not be used. A copy is dropped, unless it has changes that were not downloaded. */
  close(file: OpenFile): Promise<Result<void>>;
  /** By which the file is known again, also in another session and under another name; a structured clone keeps it. */
  mark(file: OpenFile): unknown;
  /** Whether a mark is of this very file. */
  isMarked(file: OpenFile, mark: unknown): Promise<boolean>;
  /** Hands a file to the browser's downloads. `type` is its media type. */
  download(name: string, bytes: Uint8Array, type: string): Promise<Result<void>>;
}

/** An open file whose refused answers are kept, and the id of its workbook; null as long as that has none. */
export interface RefusedOwner {
  readonly source: OpenFile;
  readonly id: string | null;
}

/** Answers that were refused by what may be this file: the same file without an id, or the same workbook in another file. */
export interface Doubtful {
  /** The name of the file that refused them. */
  readonly file: string;
  readonly changes: readonly Change[];
}

/** Answers that files refused, each file's own: kept until it takes them or the user lets them go. */
export interface RefusedAnswersPort {
  get(
    owner: RefusedOwner,
  ): Promise<Result<{ readonly own: readonly Change[]; readonly doubtful: Doubtful | null }>>;
  /** Keeps these, each in place of an earlier one for the same cell. Another window may keep its own meanwhile. */
  keep(owner: RefusedOwner, changes: readonly Change[]): Promise<Result<void>>;
  /** Lets go of what is kept for the cells of these. */
  letGo(owner: RefusedOwner, changes: readonly Change[]): Promise<Result<void>>;
  /** Ends the doubt: those in doubt are this file's from now on (`taken`), or are let go of. */
  settle(owner: RefusedOwner, taken: boolean): Promise<Result<void>>;
}

/** What the pane needs over an open file. */
export interface OpenedPane {
  readonly pane: PaneProps;
  /** Which workbook it is, as last known; null where the file does not say. */
  readonly workbookId: () => string | null;
}

/** Whether the user has read what the extension keeps, and agreed. Nothing is captured before. */
export interface ConsentPort {
  given(): Promise<Result<boolean>>;
  give(): Promise<Result<void>>;
  /** Calls back when it changes: each window of the browser has a panel of its own. Gives what ends that. */
  watch(onChange: () => void): () => void;
}

/** Everything the side panel touches outside itself. */
export interface SidePanelProps {
  readonly words: Words;
  readonly rubric: RubricOutline;
  readonly theme: 'light' | 'dark';
  readonly inbox: InboxPort;
  readonly consent: ConsentPort;
  readonly files: FilesPort;
  readonly refusedAnswers: RefusedAnswersPort;
  /** Text and HTML onto the clipboard, in one go. */
  readonly copy: (text: string, html: string) => Promise<Result<void>>;
  /** The bytes of a new, blank workbook; what draws it is loaded when it is asked for. */
  readonly blankWorkbook: () => Promise<Uint8Array>;
  /** Everything the pane needs over an open file. Fails in words where the file is not ours or cannot be read. */
  readonly paneOver: (file: OpenFile) => Promise<Result<OpenedPane>>;
}
