import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allColumns } from '../../../src/service/store/columns';
import type { Engine } from '../../../src/service/store/engine';
import { migrate } from '../../../src/service/store/migrate';
import { openPostgresEngine } from '../../../src/service/store/postgres-engine';
import { openSqliteEngine } from '../../../src/service/store/sqlite-engine';
import { storeOver } from '../../../src/service/store/store-over';
import { rubric } from '../../submission/fixtures';
import { type OpenedTwice, storeContract } from './contract';
import { type PgliteServer, startPglite } from './pglite-engine';
import { type PostgresServer, startPostgres } from './postgres-server';

jest.setTimeout(60_000);

const rubrics = [rubric];

/** Two stores over engines of their own, and a third engine to look from outside. */
async function openedTwice(engine: () => Engine): Promise<OpenedTwice> {
  const [first, second, third] = [engine(), engine(), engine()];
  await Promise.all([first, second, third].map((each) => migrate(each, allColumns(rubrics))));
  return { first: storeOver(first, rubrics), second: storeOver(second, rubrics), engine: third };
}

describe('a store on SQLite', () => {
  const directories: string[] = [];
  afterAll(() => directories.forEach((directory) => rmSync(directory, { recursive: true, force: true })));
  storeContract(() => {
    const directory = mkdtempSync(join(tmpdir(), 'jsp-contract-'));
    directories.push(directory);
    return openedTwice(() => openSqliteEngine(directory, 10_000));
  });
});

describe('a store on PostgreSQL', () => {
  let server: PostgresServer | undefined;
  beforeAll(async () => (server = await startPostgres()));
  afterAll(() => server?.stop());
  storeContract(async () => {
    if (!server) throw new Error('The server has not started');
    const address = await server.newDatabase();
    return openedTwice(() => openPostgresEngine(address, 20_000));
  });
});

describe('a store on PGlite, to check the dialect', () => {
  let server: PgliteServer | undefined;
  beforeAll(async () => (server = await startPglite()));
  afterAll(() => server?.stop());
  storeContract(async () => {
    if (!server) throw new Error('PGlite has not started');
    const engine = await server.emptied();
    await migrate(engine, allColumns(rubrics));
    const store = storeOver(engine, rubrics);
    return { first: store, second: store, engine };
  });
});
