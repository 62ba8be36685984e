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
  /** Hands a file to the browser's downloads. `type` is its media type. */
  download(name: string, bytes: Uint8Array, type: string): Promise<Result<void>>;
}

/** Answers that a file refused, by the name of the file: kept until it takes them or the user lets them go. */
export interface RefusedAnswersPort {
  get(file: string): Promise<Result<readonly Change[]>>;
  /** Keeps these, each in place of an earlier one for the same cell. Another window may keep its own meanwhile. */
  keep(file: string, changes: readonly Change[]): Promise<Result<void>>;
  /** Lets go of what is kept for the cells of these. */
  letGo(file: string, changes: readonly Change[]): Promise<Result<void>>;
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
  readonly paneOver: (file: OpenFile) => Promise<Result<PaneProps>>;
}
