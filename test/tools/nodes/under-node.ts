import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A version of Node, and the folder of the project that is tried under it. */
export interface UnderNode {
  readonly version: string;
  readonly folder: string;
  /** The environment in which `node`, `npm` and what they start are of that version. */
  readonly env: NodeJS.ProcessEnv;
}

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Nothing here takes a third of it; npm was seen to wait for ever for a package that had come. */
const COMMAND_WITHIN_MS = 15 * 60_000;

/** Runs a command to its end, whatever that is; one that does not end is killed. */
export async function said(under: UnderNode, command: string, args: readonly string[]): Promise<Said> {
  const child = spawn(command, args, {
    cwd: under.folder,
    env: under.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: COMMAND_WITHIN_MS,
    killSignal: 'SIGKILL',
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...text };
}

/** How Node begins a warning, such as `(node:123) ExperimentalWarning: …`. */
export const NODE_WARNS = /\(node:\d+\)/;

/** Runs a command that must end with 0 and without a warning of Node's; gives what it wrote to standard output. */
export async function done(under: UnderNode, command: string, args: readonly string[]): Promise<string> {
  const { code, out, err } = await said(under, command, args);
  if (code !== 0 || NODE_WARNS.test(err)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${out}${err}`);
  }
  return out;
}

export interface Begun {
  /** The lines that it prints from now on. */
  readonly lines: AsyncIterator<string>;
  /** Sends the signal and waits for the end; throws where Node warned of anything before. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Starts a program in TypeScript, to be ended. */
export function begun(under: UnderNode, script: string, args: readonly string[]): Begun {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    'node',
    ['--import', 'tsx', script, ...args],
    { cwd: under.folder, env: under.env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const closed = once(child, 'close');
  return {
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    async end(signal) {
      child.kill(signal);
      await closed;
      if (NODE_WARNS.test(err)) throw new Error(`${script} under Node ${under.version}:\n${err}`);
    },
  };
}

/** The next line of a program; throws where it ended without one. */
export async function nextLine({ lines }: Begun): Promise<string> {
  const line = await lines.next();
  if (line.done === true) throw new Error('The program ended before it was ready');
  return line.value;
}
