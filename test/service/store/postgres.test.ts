import { openOperatorStore, openStore } from '../../../src/service/store/open-store';
import { openPostgresEngine } from '../../../src/service/store/postgres-engine';
import type { Store } from '../../../src/service/store/store';
import { StoreBusy } from '../../../src/service/store/store-busy';
import { CYCLE, keyOf, rubric, words } from '../../submission/fixtures';
import { freshDirectory } from '../fixtures';
import { storeContract } from './contract';
import { entryOf, ownerOf } from './entries';
import { openedTwice } from './opened-twice';
import { type PostgresServer, startPostgres } from './postgres-server';

jest.setTimeout(60_000);

let started: PostgresServer | undefined;
beforeAll(async () => (started = await startPostgres()));
afterAll(() => started?.stop());
const server = (): PostgresServer => {
  if (!started) throw new Error('The server has not started');
  return started;
};

describe('a store on PostgreSQL', () => {
  storeContract(async () => {
    const address = await server().newDatabase();
    return openedTwice(() => openPostgresEngine(address, 20_000));
  });
});

describe('a PostgreSQL database', () => {
  const closing: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of closing.splice(0)) await each.close();
  });
  const engineAt = (address: string, statementMs = 20_000) => {
    const engine = openPostgresEngine(address, statementMs);
    closing.push(engine);
    return engine;
  };
  async function storeAt(database: string): Promise<Store> {
    const store = await openStore({ directory: freshDirectory(), database }, [rubric], words);
    if (!store.ok) throw new Error(store.failure.message);
    closing.push(store.value);
    return store.value;
  }
  const failureAt = async (database: string) => {
    const store = await openStore({ directory: freshDirectory(), database }, [rubric], words);
    return store.ok ? store.value.close() : store.failure;
  };

  it('is 15 or later here', () => {
    expect(server().version).toBeGreaterThanOrEqual(15);
  });

  it('serves several services at once, who may all be the first to open it', async () => {
    const address = await server().newDatabase();
    const [first, second, third] = await Promise.all([address, address, address].map(storeAt));
    expect(await first?.insert(entryOf('a'), null)).toMatchObject({ fresh: true });
    expect(await second?.insert(entryOf('a'), null)).toMatchObject({ fresh: false });
    expect(await third?.withdraw(keyOf('a'), ownerOf('a'))).toMatchObject({ held: { withdrawn: true } });
  });

  it('waits for the disk at each commit and compiles no query, whatever its defaults say', async () => {
    const address = await server().newDatabase();
    const name = address.slice(address.lastIndexOf('/') + 1);
    await engineAt(address).run(`alter database ${name} set synchronous_commit = off`);
    await engineAt(address).run(`alter database ${name} set jit = on`);
    const engine = engineAt(address);
    const setting = async (of: string) =>
      (await engine.all<object>(`show ${of}`)).flatMap(Object.values)[0] as unknown;
    expect([await setting('synchronous_commit'), await setting('jit')]).toEqual(['on', 'off']);
    expect(await engine.examine()).toEqual({
      engine: expect.stringMatching(/^PostgreSQL \d+/) as string,
      durable: true,
      damage: [],
    });
    expect(await engine.backup('anywhere')).toBe('unsupported');
  });

  it('that dropped its connections is used again; what was under way says that the store is busy', async () => {
    const store = await storeAt(await server().newDatabase());
    await store.insert(entryOf('a'), null);
    const dropped = server().dropConnections();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) => store.insert(entryOf(i), null)),
    );
    await dropped;
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreBusy);
    }
    for (let i = 0; i < 30; i += 1)
      expect(await acknowledged(() => store.insert(entryOf(i), null))).toHaveProperty('held');
    expect(await store.ready()).toBe(true);
  });

  it('that takes too long says that the store is busy', async () => {
    const address = await server().newDatabase();
    const slow = engineAt(address, 50);
    await expect(slow.all('select pg_sleep(20)')).rejects.toBeInstanceOf(StoreBusy);
    await slow.run('create table held(key text primary key)');
    await slow.run("insert into held values('a')");
    await engineAt(address).transaction('change', async (session) => {
      await session.run("update held set key = 'a'");
      await expect(slow.run("update held set key = 'a'")).rejects.toBeInstanceOf(StoreBusy);
    });
    expect(await slow.run("update held set key = 'a'")).toBe(1);
  });

  it('is asked again where it cannot put two transactions in an order', async () => {
    const address = await server().newDatabase();
    const [one, other] = [engineAt(address), engineAt(address)];
    await one.run('create table counter(number integer)');
    await one.run('insert into counter values(0)');
    let runs = 0;
    await one.transaction('release', async (session) => {
      runs += 1;
      await session.all('select number from counter');
      if (runs === 1) await other.run('update counter set number = number + 10');
      await session.run('update counter set number = number + 1');
    });
    expect(runs).toBe(2);
    expect(await other.all('select number from counter')).toEqual([{ number: 11 }]);
  });

  it('throws what is a bug as it is', async () => {
    await expect(engineAt(await server().newDatabase()).run('select nonsense')).rejects.toMatchObject({
      code: '42703',
    });
  });

  it('that cannot be reached, is none, or is no address is refused in words that show no password', async () => {
    expect(await failureAt('postgres://someone:secret@127.0.0.1:1/benchmark')).toMatchObject({
      code: 'store-unusable',
      message: expect.stringMatching(
        /^The database postgres:\/\/127\.0\.0\.1:1\/benchmark cannot be used: .*REFUSED/,
      ) as string,
    });
    const missing = (await server().newDatabase()).replace(/\/[^/]*$/, '/missing');
    expect(await failureAt(missing)).toMatchObject({
      code: 'store-unusable',
      message: expect.stringContaining('"missing" does not exist') as string,
    });
    for (const odd of ['mysql://db.example/benchmark', 'benchmark', 'postgres://']) {
      expect(await failureAt(odd)).toMatchObject({ code: 'store-unusable' });
    }
  });

  it('that a later version wrote is refused, also to a command', async () => {
    const database = await server().newDatabase();
    await storeAt(database);
    await engineAt(database).run("insert into migration(id) values('9999-later')");
    expect(await failureAt(database)).toMatchObject({ code: 'store-newer' });
    const command = await openOperatorStore({ directory: freshDirectory(), database }, [rubric], words);
    expect(command).toMatchObject({ failure: { code: 'store-newer' } });
  });

  it('gives every count as a number', async () => {
    const store = await openOperatorStore(
      { directory: freshDirectory(), database: await server().newDatabase() },
      [rubric],
      words,
    );
    if (!store.ok) throw new Error(store.failure.message);
    closing.push(store.value);
    await store.value.addCodes(CYCLE, ['one']);
    expect(await store.value.codes(CYCLE)).toEqual({ made: 1, spent: 0 });
  });
});

/** Asks as a client does, until there is an answer. */
async function acknowledged<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
    }
  }
}
