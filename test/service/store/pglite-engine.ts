import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { type Engine, type Session, TryAgain } from '../../../src/service/store/engine';

/** PGlite would load its files by `import()`, which Jest's rooms do not have. */
async function files() {
  const directory = dirname(require.resolve('@electric-sql/pglite'));
  const compiled = (name: string) => WebAssembly.compile(readFileSync(join(directory, name)));
  return {
    pgliteWasmModule: await compiled('pglite.wasm'),
    initdbWasmModule: await compiled('initdb.wasm'),
    fsBundle: new Blob([readFileSync(join(directory, 'pglite.data'))]),
  };
}

/** A database of PGlite, each time the same one, emptied: it takes seconds to start. */
export interface PgliteServer {
  emptied(): Promise<Engine>;
  stop(): Promise<void>;
}

/** PostgreSQL's own parser in memory. It never syncs to a disk, so it checks the SQL's dialect and nothing else. */
export async function startPglite(): Promise<PgliteServer> {
  const database = await PGlite.create(await files());
  return {
    async emptied() {
      await database.exec('drop schema public cascade; create schema public');
      return engineOver(database);
    },
    stop: () => database.close(),
  };
}

function engineOver(database: PGlite): Engine {
  const transaction = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await database.transaction((inside) => work(sessionOver(inside)));
      } catch (error) {
        if (!(error instanceof TryAgain)) throw error;
      }
    }
  };
  return {
    ...sessionOver(database),
    dialect: { tableSuffix: '', keyType: 'text collate "C"' },
    transaction: (_kind, work) => transaction(work),
    migration: transaction,
    forget: () => Promise.resolve(),
    backup: () => Promise.resolve('unsupported'),
    examine: () => Promise.resolve({ engine: 'PGlite', durable: false, damage: [] }),
    close: () => Promise.resolve(),
  };
}

function sessionOver(database: Pick<PGlite | Transaction, 'query'>): Session {
  return {
    all: async <L extends object>(sql: string, values: readonly unknown[] = []) =>
      (await database.query<L>(sql, [...values])).rows,
    run: async (sql, values = []) => (await database.query(sql, [...values])).affectedRows ?? 0,
  };
}
