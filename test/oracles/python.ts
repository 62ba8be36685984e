import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Debian keeps python3-uno and python3-openpyxl beside its own Python, whatever other Python is first in the path. */
const PYTHON = '/usr/bin/python3';

/** Runs a script of this folder with JSON on its standard input. Gives the JSON that it prints, null where it prints nothing; rejects with its own words, or once the time is over. */
export function runPython(script: string, input: unknown, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(PYTHON, [join('test', 'oracles', script)], { stdio: 'pipe' });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    const timer = setTimeout(() => child.kill('SIGTERM'), timeoutMs);
    child.stdout.on('data', (piece: Buffer) => output.push(piece));
    child.stderr.on('data', (piece: Buffer) => errors.push(piece));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const text = Buffer.concat(output).toString('utf8');
      if (code === 0) resolve(text === '' ? null : JSON.parse(text));
      else
        reject(
          new Error(`${script} ended with ${code ?? signal}: ${Buffer.concat(errors).toString('utf8')}`),
        );
    });
    child.stdin.end(JSON.stringify(input));
  });
}
