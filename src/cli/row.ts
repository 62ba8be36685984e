import type { Command, CommandCall, Outcome } from './command';
import { loadRow } from './load-row';

/** Prints the exact bytes that would be sent, and their SHA-256 on standard error. */
export const row: Command = { usage: 'cli.usageRow', options: {}, run: printRow };

function printRow({ shipped, files, misused }: CommandCall): Outcome {
  const [file] = files;
  if (file === undefined || files.length > 1) return misused();
  const loaded = loadRow(file, shipped);
  if (!loaded.ok) return { error: loaded.failure.message, code: 1 };
  return { out: loaded.value.bytes, error: loaded.value.hash, code: 0 };
}
