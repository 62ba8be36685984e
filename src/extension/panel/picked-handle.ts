/** A file that the user picked (File System Access, WICG), as far as it is used here. */
export interface PickedHandle {
  readonly name: string;
  /** Whether both lead to the same place. */
  isSameEntry(other: PickedHandle): Promise<boolean>;
  getFile(): Promise<Blob>;
  createWritable(): Promise<PickedWritable>;
  queryPermission(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

/** What is written becomes the file when it is closed: all of it or nothing. */
export interface PickedWritable {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

export interface PickerOptions {
  readonly id: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly suggestedName?: string;
}

/** The browser's two file dialogs. Headless browsers end when one is asked for, so tests hand over their own. */
export interface FilePickers {
  showOpenFilePicker(options: PickerOptions): Promise<readonly PickedHandle[]>;
  showSaveFilePicker(options: PickerOptions): Promise<PickedHandle>;
}

/** A handle as IndexedDB gave it back; null where it is none. */
export function keptHandle(kept: unknown): PickedHandle | null {
  const isHandle =
    typeof kept === 'object' &&
    kept !== null &&
    'name' in kept &&
    typeof kept.name === 'string' &&
    'getFile' in kept &&
    typeof kept.getFile === 'function';
  return isHandle ? (kept as PickedHandle) : null;
}
