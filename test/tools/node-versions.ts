import { rmSync } from 'node:fs';
import { COUNTS } from '../depth';
import { hasSqlite } from '../service/store/has-sqlite';
import { commandLine } from './nodes/command-line';
import { environmentOf, fetchNode } from './nodes/fetch-node';
import { installed } from './nodes/fresh-copy';
import { mainJob } from './nodes/main-job';
import { sharedFile } from './nodes/shared-file';
import { done, said, type UnderNode } from './nodes/under-node';

/**
 * Tries the project under versions of Node from the registry and prints a table with the seconds that each part took:
 * `npm run test:nodes [-- --install] [-- 22.13.0 24]`. `--install` begins with `npm ci` in a fresh copy, which takes
 * minutes; without, they share this folder's dependencies where those do. Ends with 1 where anything failed.
 */
const RANGES = ['~20.19', '22', '24', '26'];
/** As in a quick run, whatever this one is. */
const TEST_DEPTH = 'quick';
const CONTRACT = [
  'test/service/store/sqlite',
  'test/service/store/backup',
  'test/service/store/migrations',
  'test/service/submissions',
  'test/service/alterations',
];
/** Jest's rooms have a `process` of their own, in which the store cannot keep the warning back. */
const QUIET = { NODE_OPTIONS: '--disable-warning=ExperimentalWarning' };

const args = process.argv.slice(2);
const install = args.includes('--install');
const asked = args.filter((word) => !word.startsWith('--'));

const failures: string[] = [];
const copies: string[] = [];
const table = new Map<string, string[]>();
let first: { readonly under: UnderNode; readonly digest: string | undefined } | undefined;

for (const range of asked.length > 0 ? asked : RANGES) await tried(range);

const titles = [
  'Node',
  'npm ci',
  'npm start, main job',
  'command line',
  'contract',
  `${COUNTS.kills[TEST_DEPTH]} kills`,
  'one file',
];
console.log([titles, titles.map(() => '---')].map(lineOf).join('\n'));
for (const [version, cells] of table) console.log(lineOf([version, ...cells]));
for (const failure of failures) console.error(`\n${failure}`);
for (const copy of copies) rmSync(copy, { recursive: true });
process.exitCode = failures.length > 0 ? 1 : 0;

/** Goes on with the other parts where one fails, unless there is nothing to go on with. */
async function tried(range: string): Promise<void> {
  const node = await fetchNode(range);
  const { version } = node;
  const cells: string[] = [];
  table.set(version, cells);
  const part = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
    const begun = performance.now();
    try {
      const outcome = await work();
      cells.push(`${((performance.now() - begun) / 1000).toFixed(0)} s`);
      return outcome;
    } catch (error) {
      cells.push('failed');
      failures.push(`Node ${version}, ${name}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    } finally {
      console.error(`Node ${version}, ${name}: ${cells.at(-1) ?? ''}`);
    }
  };
  const here: UnderNode = { version, folder: process.cwd(), env: environmentOf(node) };
  const isFresh = install || !(await hasDependencies(here));
  if (!isFresh) cells.push('not run');
  const under = isFresh ? await part('npm ci', () => installed(node)) : here;
  if (under === undefined) return;
  if (isFresh) copies.push(under.folder);
  const jest = (env: NodeJS.ProcessEnv, ...files: string[]) =>
    done({ ...under, env: { ...under.env, ...QUIET, ...env } }, 'node', [
      ...['node_modules/jest/bin/jest.js', '--maxWorkers=1', '--silent', ...files],
    ]);
  await part('npm start, main job', () => mainJob(under));
  const digest = await part('command line', () => commandLine(under));
  first ??= { under, digest };
  if (digest !== first.digest) {
    failures.push(
      `Node ${version}: workbook, scores or row are other bytes than under ${first.under.version}`,
    );
  }
  await part('contract', () => jest({ TEST_DEPTH }, ...CONTRACT));
  await part('kills', () => jest({ TEST_DEPTH }, 'test/service/kill'));
  const other = first.under;
  await part(`one file with Node ${other.version}`, () => sharedFile(other, under));
}

/** Whether this folder's dependencies do: a Node without SQLite of its own needs the better-sqlite3 compiled for it. */
async function hasDependencies(here: UnderNode): Promise<boolean> {
  if (hasSqlite(here.version)) return true;
  const load = "new (require('better-sqlite3'))(':memory:').close()";
  return (await said(here, 'node', ['-e', load])).code === 0;
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
