import type { FilesPort } from '../../src/pane/side-panel/side-panel-props';
import type { FileContent, OpenFile } from '../../src/workbook/file-port';
import { failed, type Result, success } from '../../src/words/result';

/** A file in memory. Its stamp counts its changes. */
export class FakeFile implements OpenFile {
  bytes = new Uint8Array([1]);
  changes = 0;
  refusal: string | null = null;

  constructor(
    readonly name: string,
    readonly kind: OpenFile['kind'] = 'file',
  ) {}

  read = (): Promise<Result<FileContent>> =>
    this.answer(() => ({ bytes: this.bytes, stamp: String(this.changes) }));

  write = (bytes: Uint8Array): Promise<Result<string>> =>
    this.answer(() => {
      this.bytes = new Uint8Array(bytes);
      this.changes += 1;
      return String(this.changes);
    });

  private answer<T>(act: () => T): Promise<Result<T>> {
    return Promise.resolve(this.refusal === null ? success(act()) : failed('held-open', this.refusal));
  }
}

type Member = Exclude<keyof FilesPort, 'direct' | 'mark' | 'isMarked'>;

/** Files of this computer in memory: `picked` is what the user picks next, null where the dialog is closed. */
export class FakeFiles implements FilesPort {
  readonly calls: string[] = [];
  readonly refusal: Partial<Record<Member, string | undefined>> = {};
  readonly downloads: { readonly name: string; readonly bytes: Uint8Array; readonly type: string }[] = [];
  readonly created: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  picked: FakeFile | null;
  former: FakeFile | null = null;

  constructor(readonly kind: OpenFile['kind'] = 'file') {
    this.picked = new FakeFile('team.xlsx', kind);
  }

  get direct(): boolean {
    return this.kind === 'file';
  }

  open = () => this.call('open', (): OpenFile | null => this.picked);

  create = (name: string, bytes: Uint8Array) =>
    this.call('create', (): OpenFile | null => {
      this.created.push({ name, bytes });
      return this.picked;
    });

  last = () => this.call('last', () => this.former?.name ?? null);
  reopen = () => this.call('reopen', (): OpenFile | null => this.former);

  keep = (file: OpenFile) =>
    this.call('keep', () => {
      this.former = file as FakeFile;
    });

  close = () => this.call('close', () => undefined);

  mark = (file: OpenFile) => file.name;
  isMarked = (file: OpenFile, mark: unknown) => Promise.resolve(file.name === mark);

  download = (name: string, bytes: Uint8Array, type: string) =>
    this.call('download', () => {
      this.downloads.push({ name, bytes, type });
    });

  private call<T>(member: Member, act: () => T): Promise<Result<T>> {
    this.calls.push(member);
    const message = this.refusal[member];
    return Promise.resolve(message === undefined ? success(act()) : failed('refused', message));
  }
}
