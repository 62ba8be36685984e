import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDirectory } from '../../service/fixtures';
import { type PostgresServer, startPostgres } from '../../service/store/postgres-server';
import { cli, given, SLOW } from '../run-cli';
import { keptService } from './kept-service';
import { benchmark, benchmarks, serving } from './serving';

it(
  'tells how it is called where it is called wrongly, and writes nothing',
  async () => {
    const empty = freshDirectory();
    const ran = await benchmarks(
      [],
      ['sing'],
      ['serve'],
      ['serve', '--data', empty, '--mode', 'closed'],
      ['serve', '--data', empty, '--port', '65536'],
      ['serve', '--data', empty, '--cycle', '2031'],
      ['serve', '--data', empty, '--closes', '31.03.2027'],
      ['serve', '--data', empty, '--database', 'postgres://benchmark:secret@db.example/benchmark'],
      ['codes', '--data', empty, '--colour'],
    );
    expect(ran.map(({ code, out }) => [code, out])).toEqual(ran.map(() => [2, '']));
    for (const { err } of ran.slice(0, 3)) expect(err).toContain('npm run --silent benchmark');
    expect(ran[7]?.err).toContain('JSP_DATABASE');
    expect(ran[7]?.err).not.toContain('secret');
    expect(readdirSync(empty)).toEqual([]);
  },
  SLOW,
);

it(
  'makes no service where none was started, and takes no other for it',
  async () => {
    const nowhere = join(freshDirectory(), 'typo');
    const kept = await keptService('code', 0);
    const ran = await benchmarks(
      ['codes', '--data', nowhere, '--count', '3'],
      ['release', 'make', '--data', nowhere],
      ['backup', '--data', nowhere, '--to', `${nowhere}-copy`],
      ['codes', '--data', kept, '--count', '3', '--cycle', '2030'],
      ['release', 'preview', '--data', kept],
      ['codes', '--data', kept, '--status', '--database', 'postgres://localhost/benchmark'],
    );
    expect(ran.map(({ code, out }) => [code, out])).toEqual(ran.map(() => [1, '']));
    for (const { err } of ran) expect(err).toMatch(/^[A-Z].*\.|benchmark -- serve/);
    expect([existsSync(nowhere), existsSync(`${nowhere}-copy`)]).toEqual([false, false]);

    writeFileSync(join(kept, 'service.json'), '{"schema":');
    const damaged = await benchmark('codes', '--data', kept, '--status');
    expect(damaged).toMatchObject({ code: 1, out: '' });
    expect(damaged.err).toContain('service.json');
  },
  SLOW,
);

describe('with the rows in PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, SLOW);
  afterAll(() => server.stop());

  it(
    'takes the address from the environment, keeps the keys beside it, and does nothing where it is forgotten',
    async () => {
      const data = `${freshDirectory()}/data`;
      const env = { JSP_DATABASE: await server.newDatabase() };
      const on = (...args: string[]) => cli('benchmark', [...args, '--data', data], env);
      const service = await serving(['--data', data, '--mode', 'blind', '--host', '0.0.0.0'], env);
      expect(service.said()).toContain('0.0.0.0');
      const made = await on('codes', '--count', '2');
      expect(made.out.trim().split('\n')).toHaveLength(2);
      const to = `${data}-copy`;
      const [doctor, backup, forgotten, served] = await Promise.all([
        on('doctor'),
        on('backup', '--to', to),
        benchmark('codes', '--data', data, '--status'),
        benchmark('serve', '--data', data, '--port', '0'),
      ]);
      expect(doctor.out).toMatch(/PostgreSQL \d+/);
      // The server of this test does wait for the disk; only its set-up did not.
      expect(doctor.code).toBe(0);
      expect(backup.code).toBe(0);
      expect(backup.err).toContain('pg_dump');
      expect(readdirSync(to).sort()).toEqual(['receipt-key.pem', 'service.json', 'token-key-2026.pem']);
      for (const { code, out, err } of [forgotten, served]) {
        expect([code, out]).toEqual([1, '']);
        expect(err).toContain('JSP_DATABASE');
      }
      const token = await on('rotate-keys', 'token');
      const forced = await on('rotate-keys', 'token', '--force');
      expect([token.code, forced.code]).toEqual([1, 0]);
      expect(await service.end()).toBe(0);
    },
    SLOW,
  );
});

it('writes codes over no file', async () => {
  const kept = await keptService('open', 0);
  const file = given('mine.txt', 'mine');
  const ran = await benchmark('codes', '--data', kept, '--count', '3', '--out', file);
  const status = await benchmark('codes', '--data', kept, '--status', '--json');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(JSON.parse(status.out)).toMatchObject({ made: 0 });
}, 60_000);
