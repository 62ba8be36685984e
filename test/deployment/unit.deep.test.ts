import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, given } from '../cli/run-cli';
import { answersFile } from '../cli/answers';
import { benchmark, OWN_COMMAND, serving } from '../cli/benchmark/serving';
import { freshDirectory } from '../service/fixtures';
import { shippedFile } from './shipped-file';

/** Where Debian has Node; a test machine may have it elsewhere, and `verify` looks whether the program is there. */
const DEBIANS_NODE = '/usr/bin/node';
const text = shippedFile('jsp-benchmark.service', [[DEBIANS_NODE, process.execPath]]);
const unit = join(freshDirectory(), 'jsp-benchmark.service');
writeFileSync(unit, text);

/** Exposure as `systemd-analyze security` counts it, in tenths: 2.0. */
const MOST_EXPOSURE = 20;

it('is a unit in which systemd finds nothing to say', () => {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--recursive-errors=no', unit], {
    encoding: 'utf8',
  });
  // Units of the machine that this one only names are not of its making.
  const said = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('jsp-benchmark'));
  expect({ status, said }).toEqual({ status: 0, said: [] });
});

it('leaves the service little that it could harm: an exposure of 2.0 or less', () => {
  const { status, stdout } = spawnSync(
    'systemd-analyze',
    ['security', '--no-pager', '--offline=true', `--threshold=${MOST_EXPOSURE}`, unit],
    { encoding: 'utf8' },
  );
  const exposure = Number(/exposure level for [^:]*: ([\d.]+)/.exec(stdout)?.[1]);
  expect(exposure).toBeLessThanOrEqual(MOST_EXPOSURE / 10);
  expect(status).toBe(0);
});

/** The system calls in a named set of systemd, such as @system-service, with those of the sets in it. */
function callsIn(set: string): string[] {
  const listed = execFileSync('systemd-analyze', ['syscall-filter', '--no-pager', set], { encoding: 'utf8' });
  const names = listed
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
  return names
    .filter((name) => /^[@a-z]/.test(name))
    .flatMap((name) => (name.startsWith('@') ? callsIn(name) : name));
}

/** What the unit lets the service call: the sets of its first filter, without those of the second. */
function allowedCalls(): Set<string> {
  const filters = [...text.matchAll(/^SystemCallFilter=(~?)(.*)$/gm)];
  expect(filters.map(([, without]) => without)).toEqual(['', '~']);
  const [given, taken] = filters.map(([, , sets = '']) => sets.split(' ').flatMap(callsIn));
  const allowed = new Set(['@default', '@system-service'].flatMap(callsIn));
  for (const call of given ?? []) allowed.add(call);
  for (const call of taken ?? []) allowed.delete(call);
  return allowed;
}

/** What else stands in the list that strace makes. */
const HEADINGS = new Set(['syscall', 'total']);

it('lets the service call all that it calls while it starts, takes a row, shows pages and ends', async () => {
  const folder = freshDirectory();
  const dataDir = join(folder, 'data');
  const calls = join(folder, 'calls');
  // The tracer stands aside, so that what ends the service reaches it.
  const traced = [
    'strace',
    '--daemonize',
    '--follow-forks',
    '--summary-only',
    '--summary-columns=name',
  ] as const;
  const service = await serving(['--data', dataDir, '--mode', 'blind', '--closes', '2999-12-31'], {}, [
    ...traced,
    '--output',
    calls,
    ...OWN_COMMAND,
  ]);
  const code = (await benchmark('codes', '--data', dataDir, '--count', '1')).out.trim();
  const row = given('team.json', answersFile());
  expect(await cli('submit', [row, '--to', service.url, '--code', code])).toMatchObject({ code: 0 });
  for (const path of ['/readyz', '/report', '/docs', '/openapi.json', '/nothing']) {
    await (await fetch(`${service.url}${path}`)).text();
  }
  expect(await service.end()).toBe(0);

  const called = readFileSync(calls, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((name) => /^[a-z]\w+$/.test(name) && !HEADINGS.has(name));
  expect(called).toEqual(expect.arrayContaining(['accept4', 'fsync', 'openat']));
  const allowed = allowedCalls();
  // SQLite sets owners only where it runs as root, as a test may; the unit has a user.
  const asRoot = process.getuid?.() === 0 ? ['fchown'] : [];
  expect(called.filter((name) => !allowed.has(name) && !asRoot.includes(name))).toEqual([]);
});
