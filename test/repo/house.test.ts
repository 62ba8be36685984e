import { execFileSync } from 'node:child_process';
import { filesUnder, ROOT } from './source-files';

const TOP_LEVEL = [
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'assets',
  'docs',
  'manifest.xml',
  'package-lock.json',
  'package.json',
  'rubric',
  'src',
  'test',
  'tsconfig.json',
  'webpack.config.js',
];
const MOST_LINES = 250;
const sources = filesUnder('src', /\.(ts|tsx)$/);
const tests = filesUnder('test', /\.(ts|tsx)$/);

/** What git keeps or would keep: everything but what .gitignore names. */
const kept = (): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');

test('the top level holds nothing but what the house names', () => {
  const top = new Set(kept().map((path) => path.split('/')[0] ?? path));
  const strange = [...top].filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name));
  expect(strange).toEqual([]);
});

test('no source file is longer than 250 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES).map(({ path }) => path);
  expect(long).toEqual([]);
});

test('files are kebab-case and named for what they hold', () => {
  const names = [...sources, ...tests].map(({ path }) => path);
  const shapeless = names.filter(
    (path) => !/^([a-z0-9-]+\/)+[a-z0-9]+(-[a-z0-9]+)*((\.deep)?\.test|\.d)?\.tsx?$/.test(path),
  );
  const vague = names.filter((path) => /(^|[/-])(utils?|helpers?|managers?|common|misc)[/.-]/.test(path));
  expect([...shapeless, ...vague]).toEqual([]);
});

test('no test is skipped or left alone', () => {
  const call = /\b(?:describe|it|test)\.(?:only|skip|todo)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/;
  expect(tests.filter(({ text }) => call.test(text)).map(({ path }) => path)).toEqual([]);
});

test('no debt is left unsaid: no to-do marks, no silenced compiler', () => {
  const debt = /\b(?:TODO|FIXME|XXX|HACK)\b|@ts-(?:ignore|nocheck|expect-error)/;
  const found = sources.filter(({ text }) => debt.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});

test('a silenced lint rule says why', () => {
  const silenced = ['lint', 'disable'].join('-');
  const bare = [...sources, ...tests].filter(({ text }) =>
    text.split('\n').some((line) => line.includes(silenced) && !/--\s+\S/.test(line)),
  );
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test('no path of anybody’s machine is in a file', () => {
  const machine = /(?:^|[\s'"`(=])\/(?:work|root|home|Users)\//;
  const found = [...sources, ...filesUnder('rubric', /\.json$/), ...filesUnder('assets', /\.(json|svg)$/)]
    .filter(({ text }) => machine.test(text))
    .map(({ path }) => path);
  expect(found).toEqual([]);
});
