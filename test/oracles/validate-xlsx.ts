import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VALIDATOR = join('node_modules', '@xarsh', 'ooxml-validator', 'dist', 'src', 'cli.js');

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly { readonly description?: string; readonly path?: string; readonly id?: string }[];
}

/** Asks Microsoft's Open XML SDK validator about an .xlsx. Gives one sentence an error, none for a valid file; about a second. */
export async function validateXlsx(file: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jsp-validate-'));
  try {
    const path = join(folder, 'workbook.xlsx');
    await writeFile(path, file);
    const { ok, errors } = JSON.parse(await verdictOn(path)) as Verdict;
    if (ok !== (errors.length === 0)) throw new Error('The validator contradicts itself');
    return errors.map((error) => `${error.path ?? ''}: ${error.id ?? ''} ${error.description ?? ''}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The validator ends with 1 for an invalid file and says why on standard output all the same. */
function verdictOn(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [VALIDATOR, path],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) => {
        if (output.trim() === '') reject(new Error(`The validator did not run: ${errors}`, { cause: error }));
        else resolve(output);
      },
    );
  });
}
