import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { damageIn } from './sqlite-damage';
import type { SqliteDatabase, SqliteDriver } from './sqlite-database';

/**
 * Copies a database, as it is at one moment, into a new directory while others write to it; done when the copy is on
 * the disk, was opened again and found whole. Throws what the system refuses: `EEXIST` where the directory is there,
 * `SQLITE_CORRUPT` where the copy is not whole.
 */
export async function backUpSqlite(
  driver: SqliteDriver,
  database: SqliteDatabase,
  target: string,
  name: string,
): Promise<'done'> {
  const unfinished = `${target}.unfinished`;
  if (existsSync(target)) mkdirSync(target);
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    const file = join(unfinished, name);
    // One statement reads one moment, and copies nothing of what was deleted.
    database.prepare('vacuum into $1').run([file]);
    chmodSync(file, 0o600);
    refuseDamaged(driver, file);
    for (const path of [file, unfinished]) toDisk(path);
    renameSync(unfinished, target);
    toDisk(dirname(target));
    return 'done';
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function refuseDamaged(driver: SqliteDriver, file: string): void {
  const copy = driver.open(file);
  try {
    const [damage] = damageIn(copy);
    if (damage !== undefined) throw Object.assign(new Error(damage), { code: 'SQLITE_CORRUPT' });
  } finally {
    copy.close();
  }
}

function toDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
