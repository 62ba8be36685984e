import type { Rubric } from '../../rubric/schema';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import { isSystemError } from '../system-error';
import { allColumns } from './columns';
import type { Engine } from './engine';
import { migrate } from './migrate';
import type { OperatorStore } from './operator-store';
import { openPostgresEngine } from './postgres-engine';
import { isRefusal } from './postgres-errors';
import type { SqliteDriver } from './sqlite-database';
import { sqliteAtHand } from './sqlite-driver';
import { lockDirectory, makeDirectory, openSqliteEngine } from './sqlite-engine';
import type { Store } from './store';
import { StoreBusy } from './store-busy';
import { storeOver } from './store-over';

/** Where the rows are: in a file of the directory, or in the PostgreSQL or Citus database of an address. */
export interface StorePlace {
  readonly directory: string;
  /** Such as postgres://benchmark@db.example/benchmark. */
  readonly database?: string;
}

/** How long another process may hold the file; how long a statement may take on a server (0: as long as it takes). */
interface Patience {
  readonly busyMs: number;
  readonly statementMs: number;
}
const SERVICE_PATIENCE: Patience = { busyMs: 2_000, statementMs: 5_000 };
const COMMAND_PATIENCE: Patience = { busyMs: 10_000, statementMs: 0 };

/**
 * Opens (makes, on first start) the store for the service: one service a directory; several may share a PostgreSQL
 * database. `driver` holds SQLite: the one at hand, unless given. Fails in words: `store-in-use`, `store-newer` (a
 * later version wrote it), `store-unusable`, `no-sqlite`.
 */
export async function openStore(
  place: StorePlace,
  rubrics: readonly Rubric[],
  words: Words,
  driver = sqliteAtHand(words),
): Promise<Result<Store>> {
  const locked = lockForService(place.directory, words, driver);
  if (!locked.ok) return locked;
  const lock = locked.value;
  const opened = await openEngine(place, rubrics, words, SERVICE_PATIENCE, driver);
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
  driver = sqliteAtHand(words),
): Promise<Result<OperatorStore>> {
  const opened = await openEngine(place, rubrics, words, COMMAND_PATIENCE, driver);
  return opened.ok ? success(storeOver(opened.value, rubrics)) : opened;
}

function lockForService(
  directory: string,
  words: Words,
  driver: Result<SqliteDriver>,
): Result<{ release(): void }> {
  if (!driver.ok) return driver;
  try {
    makeDirectory(directory);
    const lock = lockDirectory(directory, driver.value);
    return lock ? success(lock) : failed('store-in-use', words('service.storeInUse', { directory }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed('store-unusable', words('service.storeUnusable', { directory, reason: error.message }));
  }
}

function openEngine(
  { directory, database }: StorePlace,
  rubrics: readonly Rubric[],
  words: Words,
  patience: Patience,
  driver: Result<SqliteDriver>,
): Promise<Result<Engine>> {
  if (database === undefined) {
    if (!driver.ok) return Promise.resolve(driver);
    return migrated(() => openInDirectory(directory, patience, driver.value), rubrics, {
      isExpected: isSystemError,
      newer: () => words('service.storeNewer', { directory }),
      unusable: (reason) => words('service.storeUnusable', { directory, reason }),
    });
  }
  const shown = withoutSecrets(database);
  if (shown === null) return Promise.resolve(failed('store-unusable', words('service.databaseAddress')));
  return migrated(() => openPostgresEngine(database, patience.statementMs), rubrics, {
    isExpected: isRefusal,
    newer: () => words('service.databaseNewer', { database: shown }),
    unusable: (reason) => words('service.databaseUnusable', { database: shown, reason }),
  });
}

function openInDirectory(directory: string, { busyMs }: Patience, driver: SqliteDriver): Engine {
  makeDirectory(directory);
  return openSqliteEngine(directory, busyMs, driver);
}

interface Refusals {
  readonly isExpected: (error: unknown) => error is Error;
  readonly newer: () => string;
  readonly unusable: (reason: string) => string;
}

async function migrated(
  open: () => Engine,
  rubrics: readonly Rubric[],
  { isExpected, newer, unusable }: Refusals,
): Promise<Result<Engine>> {
  let engine: Engine | null = null;
  try {
    engine = open();
    if (await migrate(engine, allColumns(rubrics))) return success(engine);
    await engine.close();
    return failed('store-newer', newer());
  } catch (error) {
    await engine?.close();
    const cause = error instanceof StoreBusy ? error.cause : error;
    if (!isExpected(cause)) throw error;
    return failed('store-unusable', unusable(cause.message));
  }
}

/** The address without user, password and options, to be shown; null where it is none of PostgreSQL. */
function withoutSecrets(database: string): string | null {
  if (!/^postgres(ql)?:\/\//.test(database) || !URL.canParse(database)) return null;
  const { host, pathname } = new URL(database);
  return `postgres://${host}${pathname}`;
}
