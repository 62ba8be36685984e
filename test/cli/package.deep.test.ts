import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../src/cli/command';
import { COMMANDS, type Commands } from '../../src/cli/commands';
import { readJson } from '../repo/source-files';
import { answersFile } from './answers';
import { serving } from './benchmark/serving';
import { entryOf, type Packed, packed, textIn, withEngine } from './packed';
import { at, cli, given, SLOW } from './run-cli';

const BUILDING = 300_000;
const MEGABYTE = 1e6;

const folder = mkdtempSync(join(tmpdir(), 'jsp-packed-'));
let made: Packed;
beforeAll(() => {
  made = packed(folder);
}, BUILDING);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every command with the names that lead to it. */
async function everyCommand(
  commands: Commands = COMMANDS,
  path: string[] = [],
): Promise<[string[], Command][]> {
  const found = Object.entries(commands).map(async ([name, entry]): Promise<[string[], Command][]> => {
    const names = [...path, name];
    return 'commands' in entry ? everyCommand(entry.commands, names) : [[names, await entry.load()]];
  });
  return (await Promise.all(found)).flat();
}

it('installs from its tarball alone, without a network, and weighs less than 15 MB', () => {
  const manifest = JSON.parse(textIn(made, 'package.json')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'jsp-maturity', bin: { 'jsp-maturity': 'jsp-maturity.mjs' } });
  expect(manifest['dependencies']).toBeUndefined();
  // The one native package, for the service under versions of Node that have no SQLite.
  expect(Object.keys(manifest['optionalDependencies'] ?? {})).toEqual(['better-sqlite3']);
  const weight = [...made.files.values()].reduce((sum, size) => sum + size, 0);
  expect(weight).toBeLessThan(15 * MEGABYTE);
});

it('holds no source, no test, no Fluent and no compiler, and all that ships as data', () => {
  const names = [...made.files.keys()];
  expect(names.filter((name) => /\.tsx?$|node_modules|\.test\./.test(name))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'THIRD-PARTY-NOTICES.txt',
      'assets/cycle.json',
      'assets/locales/en.json',
      'rubric/jsp.json',
      'rubric/published/mdic-2022.json',
      'rubric/samples/release.json',
      'dist/submit/submit.html',
    ]),
  );
  const scripts = names.filter((name) => name.endsWith('.mjs')).map((name) => textIn(made, name));
  for (const script of scripts) expect(script).not.toMatch(/node_modules\/(@fluentui|react|tsx|esbuild)\//);
});

it('bears the licence of every package that is bundled, none of them without its text', () => {
  const notices = textIn(made, 'THIRD-PARTY-NOTICES.txt').split(/^-{80}$/m);
  const named = notices.map((notice) => notice.trim().split('\n')[0]?.replace(/ \d.*/, ''));
  expect(named).toEqual(
    expect.arrayContaining(['fastify', 'fflate', 'pg', 'pg-types', 'swagger-ui-dist', 'vega', 'zod']),
  );
  const bundled = new Set(
    [...made.files.keys()]
      .filter((name) => name.endsWith('.mjs'))
      .flatMap((name) => [...textIn(made, name).matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/\s*]+)\//g)])
      .map(([, name]) => name),
  );
  expect([...bundled].filter((name) => !named.includes(name))).toEqual([]);
  for (const notice of notices) expect(notice.trim().split('\n').slice(3).join('')).not.toBe('');
});

it(
  'says and writes, byte for byte, what the commands of the project do',
  async () => {
    const json = given('team.json', answersFile({ 'ORG-02': { level: 'N/A', notes: 'why' }, 'ORG-03': {} }));
    const wrong = given('wrong.json', answersFile({ 'ORG-01': { level: 7 } }));
    const [here, there] = [at('here.xlsx'), join(made.folder, 'there.xlsx')];
    await Promise.all([
      cli('workbook', ['--out', here, '--answers', json]),
      made.run(['workbook', '--out', 'there.xlsx', '--answers', json]),
    ]);
    expect(readFileSync(there).equals(readFileSync(here))).toBe(true);
    for (const file of [json, wrong, here]) {
      expect(await made.run(['score', file])).toEqual(await cli('score', [file]));
      expect(await made.run(['row', file])).toEqual(await cli('row', [file]));
    }
    const codes = await Promise.all([json, wrong, at('gone.xlsx')].map((file) => made.run(['score', file])));
    expect(codes.map(({ code }) => code)).toEqual([0, 1, 1]);
  },
  SLOW,
);

it(
  'exits 2 where it is called wrongly, names what is wrong and says how it is called',
  async () => {
    const calls: readonly (readonly [args: readonly string[], says: RegExp])[] = [
      [[], /^Usage: jsp-maturity COMMAND\n/],
      [['benchmark'], /^Usage: jsp-maturity benchmark COMMAND\n/],
      [['score'], /\nUsage: jsp-maturity score FILE/],
      [
        ['scores', 'x'],
        /^"scores" is not a command\. There are: workbook, score, .*\nUsage: jsp-maturity COMMAND\n$/,
      ],
      [
        ['benchmark', 'sing'],
        /^"sing" is not a command\. There are: serve, .*\nUsage: jsp-maturity benchmark COMMAND\n$/,
      ],
      [['--colour'], /^There is no option --colour here/],
      [['score', 'x', '--colour'], /^There is no option --colour here\.\nUsage: jsp-maturity score/],
      [['workbook', '--out'], /^The option --out needs a value/],
      [['workbook', '--out', '--answers'], /^The option --out needs a value/],
      [['submit', 'x', '--correct=no'], /^The option --correct takes no value/],
      [['toString'], /^"toString" is not a command/],
    ];
    const ran = await Promise.all(calls.map(([args]) => made.run(args)));
    expect(ran).toEqual(
      calls.map(([, says]) => ({ code: 2, out: '', err: expect.stringMatching(says) as string })),
    );
    const { version } = readJson('package.json') as { version: string };
    const versions = await Promise.all(
      [['--version'], ['benchmark', '--version'], ['score', '--version']].map(made.run),
    );
    expect(versions).toEqual(versions.map(() => ({ code: 0, out: `jsp-maturity ${version}\n`, err: '' })));
  },
  SLOW,
);

it(
  'serves the whole benchmark: rows, the page that takes one, and the page of the API with its files',
  async () => {
    withEngine(made);
    const data = at('data');
    const service = await serving(['--data', data, '--mode', 'open'], {}, [
      process.execPath,
      entryOf(made),
      'benchmark',
    ]);
    const page = await (await fetch(`${service.url}/submit`)).text();
    const script = /src=([^\s>]+)/.exec(page)?.[1] ?? '';
    const paths = [
      script,
      'docs',
      'docs/static/swagger-ui-bundle.js',
      'openapi.json',
      'v1/cycle',
      'v1/releases',
    ];
    const answers = await Promise.all(paths.map((path) => fetch(`${service.url}/${path}`)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const sent = await made.run(['submit', given('sent.json', answersFile()), '--to', service.url]);
    expect(sent).toMatchObject({ code: 0, out: expect.stringContaining('jsp-receipt/1') as string });
    expect((await made.run(['benchmark', 'doctor', '--data', data])).out).toContain('SQLite');
    expect(await service.end()).toBe(0);
  },
  SLOW,
);

// Some of the operator's commands load the engine of the store before they say anything: it is there by now.
it(
  'has help for every command, which names each of its options and the three exit codes',
  async () => {
    const commands = await everyCommand();
    const helps = await Promise.all(commands.map(([path]) => made.run([...path, '--help'])));
    for (const [i, [path, { options }]] of commands.entries()) {
      const { code, out, err } = helps[i] ?? { code: null, out: '', err: '' };
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: jsp-maturity ${path.join(' ')} `);
      const lines = out.split('\n').map((line) => line.trim().split(/\s{2,}/));
      const described = lines.filter(([, text]) => text).map(([name = '']) => name.split(' ')[0]);
      expect(described).toEqual([
        ...Object.keys({ ...options, help: 0, version: 0 }).map((name) => `--${name}`),
        '0',
        '1',
        '2',
      ]);
    }
    const [all, group, after, deep] = await Promise.all([
      made.run(['--help']),
      made.run(['benchmark', '-h']),
      made.run(['help', 'score']),
      made.run(['help', 'benchmark', 'serve']),
    ]);
    for (const name of Object.keys(COMMANDS)) expect(all.out).toMatch(new RegExp(`^  ${name} `, 'm'));
    for (const [[first, name = '']] of commands.filter(([path]) => path.length > 1)) {
      expect([first, group.out]).toEqual([
        'benchmark',
        expect.stringMatching(new RegExp(`^  ${name} `, 'm')),
      ]);
    }
    expect([after, deep]).toEqual([
      await made.run(['score', '--help']),
      await made.run(['benchmark', 'serve', '-h']),
    ]);
  },
  SLOW,
);
