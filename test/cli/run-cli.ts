import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../bundled';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the command line in a process of its own; `npm run` starts the same by tsx, which takes longer. */
export function cli(
  command: 'workbook' | 'score' | 'row' | 'submit' | 'benchmark',
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return ran(process.execPath, [bundled('src/cli/jsp-maturity.ts'), command, ...args], {
    env: { ...process.env, ...env },
  });
}

/** Runs a program to its end, whatever that is. */
export function ran(
  program: string,
  args: readonly string[],
  where: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  const child = spawn(program, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...text }));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'jsp-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A path in a folder that is gone after the tests of the file. */
export const at = (name: string): string => join(folder, name);

/** Writes a file there and gives its path. */
export function given(name: string, content: string | Uint8Array | object): string {
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(at(name), isText ? content : JSON.stringify(content));
  return at(name);
}

/** A process takes about a second. */
export const SLOW = 60_000;
