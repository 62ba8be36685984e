import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns when a file, or the names in a directory, would survive a loss of power. */
export function toDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
