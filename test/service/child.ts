import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { bundled } from '../bundled';

export interface ServiceProcess {
  readonly url: string;
  /** Sends the signal and waits for the end; gives the exit code, or null where the signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** A process that loads what it needs while the one before it still runs. */
export interface WaitingService {
  /** Opens the store and listens. */
  start(): Promise<ServiceProcess>;
}

const children = new Set<{ kill(signal: 'SIGKILL'): boolean }>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** The service in a process of its own, ready when this is fulfilled. */
export const serviceProcess = (dataDir: string): Promise<ServiceProcess> => waitingService(dataDir).start();

/** The service in a process of its own that has not touched its directory yet. */
export function waitingService(dataDir: string, mode: 'open' | 'code' = 'open'): WaitingService {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [bundled('test/service/serve-child.ts'), dataDir, mode],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  children.add(child);
  const closed = once(child, 'close').finally(() => children.delete(child));
  const lines = createInterface({ input: child.stdout });
  return {
    async start() {
      child.stdin.write('start\n');
      const [url] = (await Promise.race([once(lines, 'line'), closed])) as [unknown];
      if (typeof url !== 'string') throw new Error(`The service ended before it was ready: ${String(url)}`);
      return {
        url,
        async end(signal) {
          child.kill(signal);
          const [code] = (await closed) as [number | null];
          return code;
        },
      };
    },
  };
}
