import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import { numbered, type SqliteDatabase, type SqliteDriver, type SqliteStatement } from './sqlite-database';

/** better-sqlite3, for a Node without SQLite of its own. Throws where it is not installed, or not for this Node. */
export function betterSqlite(): SqliteDriver {
  const Loaded = createRequire(import.meta.url)('better-sqlite3') as typeof Database;
  // The part that is compiled is loaded with the first database.
  new Loaded(':memory:').close();
  return { name: 'better-sqlite3', open: (file) => databaseOver(new Loaded(file, { timeout: 0 })) };
}

const databaseOver = (database: Database.Database): SqliteDatabase => ({
  exec: (sql) => void database.exec(sql),
  prepare: (sql) => statementOver(database.prepare(sql)),
  close: () => void database.close(),
});

const statementOver = (statement: Database.Statement): SqliteStatement => ({
  all(values = []) {
    if (statement.reader) return statement.all(numbered(values)) as object[];
    statement.run(numbered(values));
    return [];
  },
  run: (values = []) => statement.run(numbered(values)).changes,
});
