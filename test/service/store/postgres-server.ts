import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import pg from 'pg';

const DEBIAN_HOME = '/usr/lib/postgresql';
const START_WITHIN_MS = 30_000;

export interface PostgresServer {
  /** The version of the server, such as 15. */
  readonly version: number;
  /** Makes an empty database and gives its address. */
  newDatabase(): Promise<string>;
  /** Asks the server to drop every connection that others have to its databases. */
  dropConnections(): Promise<void>;
  stop(): Promise<void>;
}

/** Where `initdb` and `postgres` are; Debian keeps them off the path. */
function programs(): string {
  const installed = existsSync(DEBIAN_HOME) ? readdirSync(DEBIAN_HOME) : [];
  const debian = installed
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_HOME, version, 'bin'));
  const places = [...debian, ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = places.find((place) => ['initdb', 'postgres'].every((name) => existsSync(join(place, name))));
  if (found === undefined) {
    throw new Error(
      'This test starts PostgreSQL 15 or later. Install it (Debian: apt-get install postgresql) and try again.',
    );
  }
  return found;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * A real PostgreSQL of its own, in a temporary directory, reached by a socket in it and by nothing else. It sorts text
 * as people do, not by bytes, so that a text that leans on bytes is found.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  const user = serverUser();
  const home = mkdtempSync(join(tmpdir(), 'jsp-postgres-'));
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  const { uid, gid } = user;
  if (uid !== undefined && gid !== undefined) for (const path of [home, data]) chownSync(path, uid, gid);
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync'];
  const sorting = ['--locale-provider=icu', '--icu-locale=en-US'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...options, ...sorting], {
    ...user,
    cwd: home,
    env: environment,
    stdio: 'ignore',
  });
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', home, '-c', 'listen_addresses='], {
    ...user,
    cwd: home,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'close');
  const stopNow = () => void server.kill('SIGQUIT');
  process.once('exit', stopNow);
  const stop = async () => {
    process.off('exit', stopNow);
    // What it holds is thrown away: a gentle end would write all of it to the disk first.
    stopNow();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await isReady(server, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  const addressOf = (name: string) => `postgres://postgres@${encodeURIComponent(home)}/${name}`;
  const administer = async <L extends object>(sql: string): Promise<L[]> => {
    const client = new pg.Client({ connectionString: addressOf('postgres') });
    await client.connect();
    try {
      return (await client.query<L>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const [line] = await administer<{ server_version_num: string }>('show server_version_num');
  let made = 0;
  return {
    version: Math.floor(Number(line?.server_version_num) / 10_000),
    async newDatabase() {
      const name = `benchmark_${(made += 1)}`;
      await administer(`create database ${name}`);
      return addressOf(name);
    },
    async dropConnections() {
      await administer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname like 'benchmark%'",
      );
    },
    stop,
  };
}

async function isReady(
  server: ChildProcessByStdio<null, null, Readable>,
  ended: Promise<unknown>,
): Promise<void> {
  const said: string[] = [];
  const ready = new Promise<true>((resolve) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) resolve(true);
    });
  });
  const timer = setTimeout(() => server.kill('SIGQUIT'), START_WITHIN_MS);
  const isUp = await Promise.race([ready, ended.then(() => false)]);
  clearTimeout(timer);
  if (!isUp) throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}
