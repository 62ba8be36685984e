import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import { betterSqlite } from './better-sqlite';
import { nodeSqlite } from './node-sqlite';
import type { SqliteDriver } from './sqlite-database';

let chosen: SqliteDriver | undefined;

/** Node's own SQLite where it has one without a flag, else better-sqlite3. Throws where there is neither. */
export const sqliteDriver = (): SqliteDriver => (chosen ??= nodeSqlite() ?? betterSqlite());

/** As `choose`; fails in words where there is neither: `no-sqlite`. */
export function sqliteAtHand(words: Words, choose = sqliteDriver): Result<SqliteDriver> {
  try {
    return success(choose());
  } catch (error) {
    return failed(
      'no-sqlite',
      words('service.noSqlite', { version: process.version, reason: whyNot(error) }),
    );
  }
}

/** The code by which Node tells why it cannot load something, else the first line of what it says. */
function whyNot(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return String(error).split('\n')[0] ?? '';
}
