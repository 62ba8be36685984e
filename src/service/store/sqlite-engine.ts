import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isSystemError } from '../system-error';
import type { Dialect, Engine, Session, SqlValue } from './engine';
import { TryAgain } from './engine';
import { backUpSqlite } from './sqlite-backup';
import { damageIn } from './sqlite-damage';
import { settingOf, type SqliteDatabase, type SqliteDriver, type SqliteStatement } from './sqlite-database';
import { sqliteDriver } from './sqlite-driver';
import { StoreBusy } from './store-busy';

export const DATABASE_FILE = 'benchmark.sqlite';
const LOCK_FILE = 'benchmark.lock';
const SQLITE: Dialect = { tableSuffix: ' without rowid', keyType: 'text' };
const LONGEST_PAUSE_MS = 40;

/** Makes the directory where it is missing; only its owner may read it. */
export const makeDirectory = (directory: string): void =>
  void mkdirSync(directory, { recursive: true, mode: 0o700 });

/** A lock that the system lets go of when the process dies, however it dies; null where another process has it. */
export function lockDirectory(directory: string, driver = sqliteDriver()): { release(): void } | null {
  const lock = openDatabase(driver, join(directory, LOCK_FILE), 0);
  try {
    lock.exec('begin exclusive');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

function openDatabase(driver: SqliteDriver, file: string, timeout: number): SqliteDatabase {
  // A whole path: `file:` at the beginning of another would make an address of it.
  const database = driver.open(resolve(file));
  database.exec(`pragma busy_timeout = ${timeout}`);
  chmodSync(file, 0o600);
  return database;
}

const isBusy = (error: unknown): boolean => isSystemError(error) && error.code.startsWith('SQLITE_BUSY');

/** What the programs that hold SQLite are built with differs (better-sqlite3: NORMAL in WAL): nothing is left to it. */
const SETTINGS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'fullfsync = ON',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'cache_size = -16000',
];

/** Every commit waits for the disk, so that a power cut takes no row, and what is deleted is overwritten. */
export const makeDurable = (database: SqliteDatabase): void =>
  SETTINGS.forEach((setting) => database.exec(`pragma ${setting}`));

/**
 * The database file of a directory. Other processes may have it open too: what they hold for longer than `patienceMs`
 * rejects with `StoreBusy`; until then the event loop goes on. Throws what SQLite and the system refuse.
 */
export function openSqliteEngine(directory: string, patienceMs: number, driver = sqliteDriver()): Engine {
  const database = openDatabase(driver, join(directory, DATABASE_FILE), patienceMs);
  try {
    makeDurable(database);
    database.exec('pragma busy_timeout = 0');
    return engineOver(driver, database, patienceMs);
  } catch (error) {
    database.close();
    throw error;
  }
}

function engineOver(driver: SqliteDriver, database: SqliteDatabase, patienceMs: number): Engine {
  let isOpen = true;
  const session = sessionOver(database);
  const alone = oneAtATime();
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    const until = performance.now() + patienceMs;
    for (let wait = 1; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await alone(work);
      } catch (error) {
        if (!isBusy(error) && !(error instanceof TryAgain)) throw error;
        if (performance.now() >= until) throw new StoreBusy('Another process writes', { cause: error });
      }
      await pause(wait);
    }
  };
  const inTransaction = <T>(work: (session: Session) => Promise<T>) =>
    patiently(() => transact(database, () => work(session)));
  const logIsEmpty = (): boolean => {
    const [outcome] = database.prepare('pragma wal_checkpoint(TRUNCATE)').all() as { busy: number }[];
    return outcome?.busy === 0;
  };
  let toForget = false;
  const forgetLeft = () => alone(async () => void (toForget &&= !logIsEmpty()));
  const forgetting = async <T>(change: Promise<T>): Promise<T> => {
    const outcome = await change;
    if (toForget) await forgetLeft();
    return outcome;
  };
  return {
    dialect: SQLITE,
    all: (sql, values) => patiently(() => session.all(sql, values)),
    run: (sql, values) => forgetting(patiently(() => session.run(sql, values))),
    transaction: (_kind, work) => forgetting(inTransaction(work)),
    migration: inTransaction,
    forget: () => {
      toForget = true;
      return forgetLeft();
    },
    backup: (target) => patiently(() => backUpSqlite(driver, database, target, DATABASE_FILE)),
    examine: () => patiently(async () => examined(driver, database)),
    close: () =>
      alone(async () => {
        if (!isOpen) return;
        logIsEmpty();
        database.close();
        isOpen = false;
      }),
  };
}

/** The write lock is taken at the start, so that no statement in the middle can find it taken. */
async function transact<T>(database: SqliteDatabase, work: () => Promise<T>): Promise<T> {
  database.exec('begin immediate');
  try {
    const outcome = await work();
    database.exec('commit');
    return outcome;
  } catch (error) {
    undo(database);
    throw error;
  }
}

/** SQLite ends a transaction by itself where it cannot go on with it, as when the disk is full. */
function undo(database: SqliteDatabase): void {
  try {
    database.exec('rollback');
  } catch (error) {
    if (!isSystemError(error) || !error.message.includes('no transaction is active')) throw error;
  }
}

function sessionOver(database: SqliteDatabase): Session {
  const prepared = new Map<string, SqliteStatement>();
  const statement = (sql: string): SqliteStatement => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    all: async <L extends object>(sql: string, values: readonly SqlValue[] = []) =>
      statement(sql).all(values) as L[],
    run: async (sql, values = []) => statement(sql).run(values),
  };
}

function examined({ name }: SqliteDriver, database: SqliteDatabase) {
  const [version] = database.prepare('select sqlite_version()').all().flatMap(Object.values) as unknown[];
  return {
    engine: `SQLite ${String(version)} (${name})`,
    durable: settingOf(database, 'journal_mode') === 'wal' && Number(settingOf(database, 'synchronous')) >= 2,
    damage: damageIn(database),
  };
}

/** One connection has one transaction: what comes meanwhile waits its turn. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
