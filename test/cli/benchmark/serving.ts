import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { cli, type Ran } from '../run-cli';

export interface Serving {
  readonly url: string;
  /** Asks it to end; gives the exit code. */
  end(): Promise<number | null>;
  /** What it wrote to standard error so far. */
  said(): string;
}

const children = new Set<{ kill(signal: 'SIGKILL'): boolean }>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** The project's own `benchmark`, as a unit or a container starts it. */
export const OWN_COMMAND = [process.execPath, '--import', 'tsx', 'src/cli/benchmark.ts'] as const;

/** `COMMAND serve` in a process of its own, on a free port, ready when this is fulfilled. */
export async function serving(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  [program, ...before]: readonly [string, ...string[]] = OWN_COMMAND,
): Promise<Serving> {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    program,
    [...before, 'serve', '--port', '0', ...args],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.add(child);
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const closed = once(child, 'close').finally(() => children.delete(child));
  const lines = createInterface({ input: child.stdout });
  const [url] = (await Promise.race([once(lines, 'line'), closed])) as [unknown];
  if (typeof url !== 'string') throw new Error(`The service ended before it was ready:\n${text}`);
  return {
    url,
    said: () => text,
    async end() {
      child.kill('SIGTERM');
      const [code] = (await closed) as [number | null];
      return code;
    },
  };
}

export const benchmark = (...args: readonly string[]): Promise<Ran> => cli('benchmark', args);

/** Several at once: this computer has more than one processor. */
export const benchmarks = (...calls: readonly (readonly string[])[]): Promise<Ran[]> =>
  Promise.all(calls.map((args) => benchmark(...args)));
