import { isSystemError } from '../system-error';
import type { SqliteDatabase } from './sqlite-database';

/** What SQLite's own check of every page finds; a file that it cannot read through is one finding. */
export function damageIn(database: SqliteDatabase): string[] {
  try {
    const lines = database.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [error.message];
  }
}
