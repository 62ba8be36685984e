import type Database from 'better-sqlite3';
import { isSystemError } from '../system-error';

/** What SQLite's own check of every page finds; a file that it cannot read through is one finding. */
export function damageIn(database: Database.Database): string[] {
  try {
    const lines = database.pragma('integrity_check') as { integrity_check: string }[];
    return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [error.message];
  }
}
