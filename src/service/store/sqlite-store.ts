import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Rubric } from '../../rubric/schema';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import { isSystemError } from '../system-error';
import { allColumns } from './columns';
import type { Dialect, Migration } from './statements';
import {
  createMigrations,
  INSERT_MIGRATION,
  insertSubmission,
  isOfThisVersion,
  migrationsFor,
  SELECT_HELD,
  SELECT_MIGRATIONS,
  submissionValues,
} from './statements';
import type { Entry, Store } from './store';

const SQLITE: Dialect = { tableSuffix: ' without rowid' };
export const DATABASE_FILE = 'benchmark.sqlite';
const LOCK_FILE = 'benchmark.lock';

interface HeldLine {
  row_hash: string;
  revision: number;
}

/**
 * Opens (makes, on first start) the embedded store in a directory that only its owner may read. Failures:
 * `store-in-use` (another process has it), `store-newer` (written by a later version), `store-unusable`.
 */
export function openSqliteStore(directory: string, rubrics: readonly Rubric[], words: Words): Result<Store> {
  const opened: Database.Database[] = [];
  const giveUp = (code: string, message: string) => {
    for (const database of opened) database.close();
    return failed(code, message);
  };
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = openDatabase(join(directory, LOCK_FILE));
    opened.push(lock);
    if (!takeLock(lock)) return giveUp('store-in-use', words('service.storeInUse', { directory }));
    const database = openDatabase(join(directory, DATABASE_FILE));
    opened.push(database);
    makeDurable(database);
    const columns = allColumns(rubrics);
    if (!migrate(database, migrationsFor(columns, SQLITE))) {
      return giveUp('store-newer', words('service.storeNewer', { directory }));
    }
    return success(storeOver(database, lock, columns));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return giveUp('store-unusable', words('service.storeUnusable', { directory, reason: error.message }));
  }
}

function openDatabase(file: string): Database.Database {
  const database = new Database(file, { timeout: 0 });
  chmodSync(file, 0o600);
  return database;
}

/** A lock that the system lets go of when the process dies, however it dies. Readers within the process need none. */
function takeLock(lock: Database.Database): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

/**
 * Every commit waits for the disk, and what is deleted is overwritten. Left alone, better-sqlite3 is built with
 * synchronous=NORMAL for WAL, which loses the newest rows when the power goes.
 */
export function makeDurable(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON');
  database.pragma('secure_delete = ON');
}

/** Runs what has not run yet; false where the store holds a migration that this version does not know. */
function migrate(database: Database.Database, migrations: readonly Migration[]): boolean {
  database.exec(createMigrations(SQLITE));
  const done = new Set(database.prepare(SELECT_MIGRATIONS).pluck().all() as string[]);
  if (![...done].every(isOfThisVersion)) return false;
  const record = database.prepare(INSERT_MIGRATION);
  const run = database.transaction((migration: Migration) => {
    database.exec(migration.sql);
    record.run(numbered([migration.id]));
  });
  for (const migration of migrations) if (!done.has(migration.id)) run.immediate(migration);
  return true;
}

function storeOver(
  database: Database.Database,
  lock: Database.Database,
  columns: ReturnType<typeof allColumns>,
): Store {
  const select = database.prepare(SELECT_HELD);
  const insert = database.prepare(insertSubmission(columns));
  const find = (nullifier: string) => {
    const line = select.get(numbered([nullifier])) as HeldLine | undefined;
    return line ? { rowHash: line.row_hash, revision: line.revision } : null;
  };
  const keep = (entry: Entry) => {
    const [kept] = insert.all(numbered(submissionValues(entry, columns))) as Pick<HeldLine, 'revision'>[];
    if (kept) return { rowHash: entry.rowHash, revision: kept.revision, fresh: true };
    const held = find(entry.nullifier);
    if (!held) throw new Error('A key that refuses a row must hold one');
    return { ...held, fresh: false };
  };
  const close = () => {
    if (!database.open) return;
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    lock.close();
  };
  return {
    find: (nullifier) => promised(() => find(nullifier)),
    insert: (entry) => promised(() => keep(entry)),
    ready: () => promised(() => database.open && find('') === null),
    close: () => promised(close),
  };
}

/** SQLite answers at once; the port promises, since PostgreSQL will not. What throws rejects. */
const promised = <T>(run: () => T): Promise<T> => new Promise((resolve) => resolve(run()));

/** better-sqlite3 takes `$1` for a name: the values go in as `{ 1: first, 2: second }`. */
const numbered = (values: readonly (string | number | null)[]) =>
  Object.fromEntries(values.map((value, i) => [String(i + 1), value]));
