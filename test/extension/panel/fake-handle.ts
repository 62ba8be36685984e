import type { FilePickers, PickedHandle, PickerOptions } from '../../../src/extension/panel/picked-handle';

export const refusal = (name: string): DOMException => new DOMException(`The browser says ${name}`, name);

/** A file of this computer behind a handle. What is written counts when the stream is closed, as in a browser. */
export class FakeHandle implements PickedHandle {
  permission: PermissionState = 'granted';
  /** What the user answers when the browser asks. */
  answer: PermissionState = 'granted';
  asked = 0;
  aborted = 0;
  /** Another program: runs once, before the next of these. */
  meanwhile: Partial<Record<'write' | 'getFile', (() => void) | undefined>> = {};
  /** Thrown by the member of this name. */
  readonly fails: Partial<Record<'getFile' | 'createWritable' | 'write' | 'close' | 'ask', Error>> = {};

  constructor(
    readonly name: string,
    public bytes: Uint8Array<ArrayBuffer> = new Uint8Array([1, 2, 3]),
  ) {}

  /** One file is at one place. */
  isSameEntry = (other: PickedHandle): Promise<boolean> => Promise.resolve(other === this);

  getFile = async (): Promise<Blob> => {
    this.mayFail('getFile');
    this.others('getFile');
    return new Blob([this.bytes]);
  };

  createWritable = async () => {
    this.mayFail('createWritable');
    let written = new Uint8Array();
    return {
      write: async (bytes: Uint8Array) => {
        this.mayFail('write');
        this.others('write');
        written = new Uint8Array(bytes);
      },
      close: async () => {
        this.mayFail('close');
        this.bytes = written;
        this.meanwhile.getFile = this.afterwards;
      },
      abort: async () => {
        this.aborted += 1;
      },
    };
  };

  queryPermission = async () => this.permission;

  requestPermission = async () => {
    this.mayFail('ask');
    this.asked += 1;
    this.permission = this.answer;
    return this.permission;
  };

  /** Another program: runs once, right after the content was replaced. */
  afterwards: (() => void) | undefined = undefined;

  private others(member: keyof FakeHandle['meanwhile']): void {
    const run = this.meanwhile[member];
    this.meanwhile[member] = undefined;
    run?.();
  }

  private mayFail(member: keyof FakeHandle['fails']): void {
    const failure = this.fails[member];
    if (failure) throw failure;
  }
}

/** Dialogs in which the user picks `picked`, or which fail. */
export class FakePickers implements FilePickers {
  readonly opened: PickerOptions[] = [];
  readonly saved: PickerOptions[] = [];
  fails: Error | null = null;

  constructor(public picked: FakeHandle) {}

  showOpenFilePicker = async (options: PickerOptions) => {
    this.opened.push(options);
    return [this.chosen()];
  };

  showSaveFilePicker = async (options: PickerOptions) => {
    this.saved.push(options);
    return this.chosen();
  };

  private chosen(): FakeHandle {
    if (this.fails) throw this.fails;
    return this.picked;
  }
}
