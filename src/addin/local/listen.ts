import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';

/** Listens on this computer only. Fails, in words, where the port is in use (`port-taken`) or not allowed (`port-refused`). */
export async function listenLocally(server: Server, port: number, words: Words): Promise<Result<void>> {
  server.listen({ host: '127.0.0.1', port });
  try {
    await once(server, 'listening');
    return success(undefined);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const other = port < 65_535 ? port + 1 : port - 1;
    return error.code === 'EADDRINUSE'
      ? failed('port-taken', words('sandbox.portTaken', { port, other }))
      : failed('port-refused', words('sandbox.portRefused', { port, other, reason: error.message }));
  }
}

const LOOK_EVERY_MS = 500;

/**
 * Runs `close` once when the system or the user asks the process to end, or when the npm that started it is gone: npm
 * passes a signal on to its shell, and the shell keeps it to itself.
 */
export function onEnd(close: () => Promise<void>): void {
  let closing: Promise<void> | null = null;
  const end = (): void => {
    clearInterval(looking);
    closing ??= close().catch((error: unknown) => {
      process.exitCode = 1;
      console.error(error);
    });
  };
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.env['npm_lifecycle_event'] !== undefined && process.ppid !== parent) end();
  }, LOOK_EVERY_MS).unref();
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
