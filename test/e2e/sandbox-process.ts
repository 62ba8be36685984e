import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { isBuiltBeside } from '../run/built-beside';

type SandboxChild = ChildProcessByStdio<null, Readable, Readable>;

const READY = /^(http:\/\/localhost:\d+\/)$/m;

export interface SandboxProcess {
  readonly url: string;
  /** What it printed so far. */
  said(): string;
  /** As Ctrl+C does; resolves when everything it started is gone. */
  stop(): Promise<void>;
}

export interface SandboxOptions {
  readonly port: number;
  /** Where the practice service keeps its rows. */
  readonly dataDir: string;
  /** The project's folder and the environment of `npm`; those of this process, unless given. */
  readonly folder?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs `npm start` as a newcomer does and waits for its line. Builds first, unless the test command has built already
 * (`TEST_BUILDS`). Fails with all it printed when it ends before it is ready.
 */
export async function startSandbox({ port, dataDir, folder, env }: SandboxOptions): Promise<SandboxProcess> {
  const built = isBuiltBeside('sandbox') ? ['--no-build'] : [];
  const args = ['start', '--', '--no-open', '--port', String(port), '--data', dataDir, ...built];
  // A group of its own: npm, its shell and the server end together.
  const child: SandboxChild = spawn('npm', args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: folder,
    env: env ?? process.env,
  });
  let printed = '';
  const read = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  try {
    return { url: await readyLine(child, () => printed), said: () => printed, stop: () => endGroup(child) };
  } catch (error) {
    await endGroup(child);
    throw error;
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

function readyLine(child: SandboxChild, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const url = READY.exec(said())?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`npm start ended with ${String(code)}:\n${said()}`)));
  });
}

async function endGroup(child: SandboxChild): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}
