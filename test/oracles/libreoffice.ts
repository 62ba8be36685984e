import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A cell as LibreOffice has it; a boolean is 1 or 0 there. Null is an empty cell, '' a formula's empty text. */
export type OfficeValue = number | string | null | { readonly error: string };
export type OfficeInput = number | string | null | { readonly formula: string };

export interface OfficePlace {
  readonly sheet: string;
  /** A1 without a sheet, such as `B7` or `B7:C9`. */
  readonly address: string;
}
export interface OfficeWrite extends OfficePlace {
  /** Rows of values, as many as the address has cells. A text is never taken for a number. */
  readonly values: readonly (readonly OfficeInput[])[];
}
export interface OfficeScores {
  /** Per set, per read: rows of values. */
  readonly results: readonly (readonly (readonly (readonly OfficeValue[])[])[])[];
  readonly loadMs: number;
  /** Mean time of one set: write, recalculate, read. */
  readonly setMs: number;
}

/** Debian keeps python3-uno beside its own Python, whatever other Python is first in the path. */
const PYTHON = '/usr/bin/python3';
const BATCH = join('test', 'oracles', 'libreoffice-batch.py');
const MINUTE = 60_000;

/**
 * Opens a workbook once in LibreOffice and, for each set, writes its inputs, recalculates and reads. Rejects with the
 * tool's own words where LibreOffice or python3-uno (apt: libreoffice-calc, python3-uno) is missing or the file cannot be opened.
 */
export async function scoreWithLibreOffice(job: {
  readonly file: Uint8Array;
  readonly sets: readonly (readonly OfficeWrite[])[];
  readonly reads: readonly OfficePlace[];
  readonly timeoutMs?: number;
}): Promise<OfficeScores> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'workbook.xlsx');
    await writeFile(file, job.file);
    const input = JSON.stringify({ file, sets: job.sets, reads: job.reads });
    const child = spawn(PYTHON, [BATCH], { stdio: 'pipe' });
    child.stdin.end(input);
    const output = await outcome(child, job.timeoutMs ?? 5 * MINUTE, () => child.kill('SIGTERM'));
    return JSON.parse(output) as OfficeScores;
  });
}

/** Has LibreOffice open a workbook and save it in another format. Gives the bytes it saved. */
export async function convertWithLibreOffice(file: Uint8Array, format: 'xlsx' | 'pdf'): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const source = join(folder, 'workbook.xlsx');
    const target = join(folder, 'converted');
    await writeFile(source, file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [
      '--headless',
      '--norestore',
      '--nolockcheck',
      profile,
      '--convert-to',
      format,
      '--outdir',
      target,
      source,
    ];
    // In a group of its own: soffice is a script, and the office behind it has to end with it.
    const child = spawn('soffice', args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    await outcome(child, 2 * MINUTE, () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    });
    return readFile(join(target, `workbook.${format}`));
  });
}

/** Standard output of a process that ends well; rejects with its standard error, or once the time is over. */
function outcome(child: ChildProcess, timeoutMs: number, stop: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`LibreOffice did not finish within ${timeoutMs} ms`));
    }, timeoutMs);
    child.stdout?.on('data', (piece: Buffer) => output.push(piece));
    child.stderr?.on('data', (piece: Buffer) => errors.push(piece));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else
        reject(new Error(`${child.spawnfile} ended with ${code}: ${Buffer.concat(errors).toString('utf8')}`));
    });
  });
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jsp-oracle-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
