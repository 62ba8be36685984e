import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { done, type UnderNode } from './under-node';

const KEPT_IN = resolve('node_modules/.cache/nodes');
/** The packages that the npm package `node` is made of, one a platform. */
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const HERE: UnderNode = { version: process.version, folder: process.cwd(), env: process.env };

export interface FetchedNode {
  readonly version: string;
  /** Has `bin/node` and `include`, which compiling against it needs. */
  readonly folder: string;
}

/** The newest Node of a range, such as `~20.19` or `24`, from the registry, kept under node_modules/.cache/nodes. */
export async function fetchNode(range: string): Promise<FetchedNode> {
  const version = await newestOf(range);
  const folder = join(KEPT_IN, version);
  if (existsSync(join(folder, 'bin/node'))) return { version, folder };
  mkdirSync(KEPT_IN, { recursive: true });
  const unfinished = mkdtempSync(join(KEPT_IN, 'unfinished-'));
  try {
    await done(HERE, 'npm', ['pack', '--silent', '--pack-destination', unfinished, `${PACKAGE}@${version}`]);
    await done(HERE, 'tar', ['-xzf', join(unfinished, `${PACKAGE}-${version}.tgz`), '-C', unfinished]);
    renameSync(join(unfinished, 'package'), folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return { version, folder };
}

async function newestOf(range: string): Promise<string> {
  const found = JSON.parse(
    await done(HERE, 'npm', ['view', `${PACKAGE}@${range}`, 'version', '--json']),
  ) as unknown;
  const versions = (Array.isArray(found) ? found : [found]).map(String);
  const numbers = (version: string) => version.split('.').map(Number);
  versions.sort((one, other) => {
    const [a, b] = [numbers(one), numbers(other)];
    return a.map((part, i) => part - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error(`The registry has no ${PACKAGE} of ${range}`);
  return newest;
}

/** The environment in which `node` is that one. */
export const environmentOf = (
  { folder }: FetchedNode,
  path = process.env['PATH'] ?? '',
): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(folder, 'bin')}${delimiter}${path}`,
});
