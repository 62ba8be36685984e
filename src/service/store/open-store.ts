import type { Rubric } from '../../rubric/schema';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import { isSystemError } from '../system-error';
import { allColumns } from './columns';
import type { Engine } from './engine';
import { migrate } from './migrate';
import type { OperatorStore } from './operator-store';
import { lockDirectory, makeDirectory, openSqliteEngine } from './sqlite-engine';
import type { Store } from './store';
import { storeOver } from './store-over';

/** Where the rows are: in a file of the directory, or in the PostgreSQL or Citus database of an address. */
export interface StorePlace {
  readonly directory: string;
  /** Such as postgres://benchmark@db.example/benchmark. */
  readonly database?: string;
}

const SERVICE_PATIENCE_MS = 2_000;
const COMMAND_PATIENCE_MS = 10_000;

/**
 * Opens (makes, on first start) the store for the service: one service a directory; several may share a PostgreSQL
 * database. Fails in words: `store-in-use`, `store-newer` (a later version wrote it), `store-unusable`.
 */
export async function openStore(
  place: StorePlace,
  rubrics: readonly Rubric[],
  words: Words,
): Promise<Result<Store>> {
  const { directory } = place;
  const locked = lockForService(directory, words);
  if (!locked.ok) return locked;
  const lock = locked.value;
  const opened = await openEngine(place, rubrics, words, SERVICE_PATIENCE_MS);
  if (!opened.ok) {
    lock.release();
    return opened;
  }
  const store = storeOver(opened.value, rubrics);
  return success({ ...store, close: () => store.close().finally(() => lock.release()) });
}

/** Opens (makes) the store for a command, also while a service has it open. Fails as `openStore` does, but for the lock. */
export async function openOperatorStore(
  place: StorePlace,
  rubrics: readonly Rubric[],
  words: Words,
): Promise<Result<OperatorStore>> {
  const opened = await openEngine(place, rubrics, words, COMMAND_PATIENCE_MS);
  return opened.ok ? success(storeOver(opened.value, rubrics)) : opened;
}

function lockForService(directory: string, words: Words): Result<{ release(): void }> {
  try {
    makeDirectory(directory);
    const lock = lockDirectory(directory);
    return lock ? success(lock) : failed('store-in-use', words('service.storeInUse', { directory }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed('store-unusable', words('service.storeUnusable', { directory, reason: error.message }));
  }
}

async function openEngine(
  { directory }: StorePlace,
  rubrics: readonly Rubric[],
  words: Words,
  patienceMs: number,
): Promise<Result<Engine>> {
  const opened: Engine[] = [];
  const giveUp = async (code: string, message: string) => {
    for (const engine of opened) await engine.close();
    return failed(code, message);
  };
  try {
    makeDirectory(directory);
    const engine = openSqliteEngine(directory, patienceMs);
    opened.push(engine);
    if (await migrate(engine, allColumns(rubrics))) return success(engine);
    return await giveUp('store-newer', words('service.storeNewer', { directory }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return giveUp('store-unusable', words('service.storeUnusable', { directory, reason: error.message }));
  }
}
