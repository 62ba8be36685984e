import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Log } from './log';
import type { ServiceOptions } from './open-service';
import { openService, toStandardError } from './open-service';
import { isSystemError } from './system-error';

export interface ListenOptions extends ServiceOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** `127.0.0.1` answers this machine only. */
  readonly host: string;
}

export interface RunningService {
  /** Such as http://127.0.0.1:8787, with the prefix; what a client takes as endpoint. */
  readonly url: string;
  /** Stops taking requests, answers those under way, writes the store to its file. */
  close(): Promise<void>;
}

/** Starts the service on a port of its own. Fails, in words, as `openService` does, or `cannot-listen`. */
export async function startService(options: ListenOptions): Promise<Result<RunningService>> {
  const { words, mode, host, port, prefix = '', log = toStandardError } = options;
  const opened = await openService(options);
  if (!opened.ok) return opened;
  const service = opened.value;
  try {
    const address = await service.listen({ host, port });
    const url = `${address}${prefix}`;
    log({ event: 'start', url, mode });
    const close = async () => {
      await service.close();
      log({ event: 'stop' });
    };
    return success({ url, close });
  } catch (error) {
    await service.close();
    if (!isSystemError(error)) throw error;
    return failed('cannot-listen', words('service.cannotListen', { host, port, reason: error.message }));
  }
}

/** Closes once when the system asks the process to end; the process then ends by itself. */
export function closeOnSignals(
  { close }: Pick<RunningService, 'close'>,
  process: NodeJS.Process,
  log: Log = toStandardError,
): void {
  let closing: Promise<void> | null = null;
  const end = (): void => {
    closing ??= close().catch((error: unknown) => {
      log({ event: 'fault', error });
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
