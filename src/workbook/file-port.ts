import type { Result } from '../words/result';

/** What a file held when it was read. `stamp` differs whenever the content may differ. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly stamp: string;
}

/** A file that the user opened. Every expected refusal is a value, in words that say what to do. */
export interface OpenFile {
  /** Its name with its ending, as the user knows it. */
  readonly name: string;
  /** `file`: a write changes the file itself. `copy`: it changes a copy that this browser keeps, to be downloaded. */
  readonly kind: 'file' | 'copy';
  read(): Promise<Result<FileContent>>;
  /**
   * Replaces the whole content, or leaves the file as it was. Fails with `changed-elsewhere` where the file no longer has
   * the stamp `over`, with `held-open` where another program holds it, with `not-allowed` where the user has not agreed.
   * Gives the new stamp.
   */
  write(bytes: Uint8Array, over: string): Promise<Result<string>>;
}
