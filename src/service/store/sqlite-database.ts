import type { SqlValue } from './engine';

/**
 * A connection to one SQLite file, as far as the engine needs it, whichever program it is over. What SQLite refuses is
 * thrown with a `code` that begins with the name of SQLite's result code, such as `SQLITE_BUSY`.
 */
export interface SqliteDatabase {
  /** Runs statements one after the other; lines that they give are dropped. */
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  /** Once more does nothing. */
  close(): void;
}

/** One statement, to be run as often as needed. The values of `$1`, `$2` … in their order. */
export interface SqliteStatement {
  /** The lines that a statement gives, if it gives any. Integers come as numbers. */
  all(values?: readonly SqlValue[]): object[];
  /** How many rows a statement changed that gives no lines. */
  run(values?: readonly SqlValue[]): number;
}

/**
 * A program that holds SQLite. A process opens a file through one of them only: SQLite's locks are the process's, and
 * closing the file in one program lets go of what the other holds.
 */
export interface SqliteDriver {
  readonly name: 'node:sqlite' | 'better-sqlite3';
  /** Opens the file, made where it is missing; waits for no lock until told to (`pragma busy_timeout`). */
  open(file: string): SqliteDatabase;
}

/** Both programs take `$1` for a name: the values go in as `{ 1: first, 2: second }`. */
export const numbered = (values: readonly SqlValue[]): Record<string, SqlValue> =>
  Object.fromEntries(values.map((value, i) => [String(i + 1), value]));

/** The value of a setting, such as `synchronous`; undefined where SQLite knows none of the name. */
export const settingOf = (database: SqliteDatabase, name: string): unknown =>
  database.prepare(`pragma ${name}`).all().flatMap(Object.values)[0];
