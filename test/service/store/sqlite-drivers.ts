import { betterSqlite } from '../../../src/service/store/better-sqlite';
import { nodeSqlite } from '../../../src/service/store/node-sqlite';
import type { SqliteDriver } from '../../../src/service/store/sqlite-database';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
/** Whether the Node of these tests must have SQLite of its own: without a flag, 22.13 and 23.4 were the first. */
export const HAS_SQLITE = major >= 24 || (major === 23 && minor >= 4) || (major === 22 && minor >= 13);

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
