import { type CommandCall, type Outcome, runCommand } from './command';
import { loadRow } from './load-row';

/** `npm run --silent row -- FILE`: prints the exact bytes that would be sent, and their SHA-256 on standard error. */
function row({ shipped, files, misused }: CommandCall): Outcome {
  const [file] = files;
  if (file === undefined || files.length > 1) return misused();
  const loaded = loadRow(file, shipped);
  if (!loaded.ok) return { error: loaded.failure.message, code: 1 };
  return { out: loaded.value.bytes, error: loaded.value.hash, code: 0 };
}

await runCommand(({ words }) => words('cli.usageRow'), {}, row);
