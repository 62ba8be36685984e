import type { FileContent, OpenFile } from '../../src/workbook/file-port';
import { failed, success, type Result } from '../../src/words/result';

/** A file in memory that somebody else can change, and that can refuse the next write as a browser's file does. */
export class MemoryFile implements OpenFile {
  readonly name = 'Our assessment.xlsx';
  readonly kind = 'file';
  bytes: Uint8Array;
  reads = 0;
  writes = 0;
  /** The next write fails so, having written nothing. */
  refusal: string | null = null;
  /** Reading fails so, as long as it is set. */
  unreadable: string | null = null;
  /** Runs once, while the next write is on its way. */
  meanwhile: (() => void) | null = null;
  #version = 1;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** What another program saves. */
  save(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.#version += 1;
  }

  async read(): Promise<Result<FileContent>> {
    this.reads += 1;
    await Promise.resolve();
    if (this.unreadable !== null) return failed(this.unreadable, 'The file cannot be read.');
    return success({ bytes: this.bytes.slice(), stamp: String(this.#version) });
  }

  async write(bytes: Uint8Array, over: string): Promise<Result<string>> {
    await Promise.resolve();
    this.meanwhile?.();
    this.meanwhile = null;
    const { refusal } = this;
    this.refusal = null;
    if (refusal !== null) return failed(refusal, 'The file was not written.');
    if (over !== String(this.#version)) return failed('changed-elsewhere', 'Somebody else saved the file.');
    this.writes += 1;
    this.save(bytes.slice());
    return success(String(this.#version));
  }
}
