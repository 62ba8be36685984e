import { numbered, type SqliteDatabase, type SqliteDriver, type SqliteStatement } from './sqlite-database';
import { withoutSqliteWarning } from './without-sqlite-warning';

/** What is used of `node:sqlite`: no more than its first version without a flag (Node 22.13) has. */
interface NodeSqlite {
  readonly DatabaseSync: new (file: string) => NodeDatabase;
}
interface NodeDatabase {
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}
interface NodeStatement {
  all(values: object): object[];
  run(values: object): { readonly changes: number | bigint };
}

/** The SQLite in Node itself; null where this Node has none, or only behind a flag. */
export function nodeSqlite(): SqliteDriver | null {
  // Node 22.0 to 22.2 have no such method.
  const { getBuiltinModule } = process as Partial<Pick<NodeJS.Process, 'getBuiltinModule'>>;
  const loaded = withoutSqliteWarning(() => getBuiltinModule?.('node:sqlite'));
  if (loaded === undefined) return null;
  const { DatabaseSync } = loaded as NodeSqlite;
  return { name: 'node:sqlite', open: (file) => databaseOver(told(() => new DatabaseSync(file))) };
}

function databaseOver(database: NodeDatabase): SqliteDatabase {
  let isOpen = true;
  return {
    exec: (sql) => told(() => database.exec(sql)),
    prepare: (sql) => statementOver(told(() => database.prepare(sql))),
    close() {
      if (isOpen) database.close();
      isOpen = false;
    },
  };
}

const statementOver = (statement: NodeStatement): SqliteStatement => ({
  all: (values = []) => told(() => statement.all(numbered(values))),
  run: (values = []) => Number(told(() => statement.run(numbered(values))).changes),
});

/** SQLite's result codes by their numbers, the extended ones without what extends them (sqlite.org/rescode.html). */
const RESULT_CODES = [
  ...['OK', 'ERROR', 'INTERNAL', 'PERM', 'ABORT', 'BUSY', 'LOCKED', 'NOMEM', 'READONLY', 'INTERRUPT'],
  ...['IOERR', 'CORRUPT', 'NOTFOUND', 'FULL', 'CANTOPEN', 'PROTOCOL', 'EMPTY', 'SCHEMA', 'TOOBIG'],
  ...['CONSTRAINT', 'MISMATCH', 'MISUSE', 'NOLFS', 'AUTH', 'FORMAT', 'RANGE', 'NOTADB'],
];

/** Does it; an error of SQLite's, which Node gives by number, gets the name of its code. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const number = resultCode(error);
    if (number === null) throw error;
    const code = `SQLITE_${RESULT_CODES[number & 0xff] ?? 'ERROR'}`;
    throw Object.assign(new Error((error as Error).message, { cause: error }), { code });
  }
}

function resultCode(error: unknown): number | null {
  const isSqlites = typeof error === 'object' && error !== null && 'errcode' in error;
  return isSqlites && typeof error.errcode === 'number' ? error.errcode : null;
}
