import { betterSqlite } from '../../../src/service/store/better-sqlite';
import { nodeSqlite } from '../../../src/service/store/node-sqlite';
import type { SqliteDriver } from '../../../src/service/store/sqlite-database';
import { hasSqlite } from './has-sqlite';

/** Whether the Node of these tests must have SQLite of its own. */
export const HAS_SQLITE = hasSqlite(process.versions.node);

/** Every program with SQLite that works under the Node of these tests; the one that it must have is among them. */
export const DRIVERS: readonly SqliteDriver[] = HAS_SQLITE ? [ownOne(), ...another()] : [betterSqlite()];

function ownOne(): SqliteDriver {
  const driver = nodeSqlite();
  if (driver === null) throw new Error(`Node ${process.version} should have SQLite of its own`);
  return driver;
}

/** Under a Node that has its own, better-sqlite3 is tested where it was compiled for that Node, and never missed. */
function another(): SqliteDriver[] {
  try {
    return [betterSqlite()];
  } catch (error) {
    if (error instanceof Error || String(error).startsWith('Error')) return [];
    throw error;
  }
}
