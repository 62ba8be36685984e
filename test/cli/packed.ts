import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_FILE } from '../../src/cli/build/package-manifest';
import { runBuild } from '../repo/production-build';
import { ROOT } from '../repo/source-files';
import { ran, type Ran } from './run-cli';

const OUT = 'node_modules/.cache/test-build-cli';

export interface Packed {
  /** A folder of its own, far from the project, into which npm installed the tarball and nothing else. */
  readonly folder: string;
  /** The package in it, with every file's path and size. */
  readonly root: string;
  readonly files: ReadonlyMap<string, number>;
  /** Runs the installed command as npm linked it, in the folder. */
  run(args: readonly string[]): Promise<Ran>;
}

/** Builds the package, packs it as `npm pack` does, and installs the tarball into an empty folder, without a network. */
export function packed(folder: string): Packed {
  const built = runBuild(['--env', 'target=cli', '--env', `out=${OUT}`], {});
  if (built.status !== 0) throw new Error(built.printed);
  npm(['pack', join(ROOT, OUT), '--pack-destination', folder], folder);
  const [tarball = ''] = readdirSync(folder);
  npm(['install', '--offline', '--omit=optional', '--no-audit', '--no-fund', `./${tarball}`], folder);
  const root = join(folder, 'node_modules/jsp-maturity');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(root.length + 1), statSync(file).size] as const);
  const command = join(folder, 'node_modules/.bin/jsp-maturity');
  return { folder, root, files: new Map(files), run: (args) => ran(command, args, { cwd: folder }) };
}

/** Puts the store's engine beside the package, as an install with optional packages does: the project's own build of it. */
export function withEngine({ folder }: Packed): void {
  symlinkSync(join(ROOT, 'node_modules/better-sqlite3'), join(folder, 'node_modules/better-sqlite3'), 'dir');
}

/** The file that npm's link leads to, for who starts it by Node. */
export const entryOf = ({ root }: Packed): string => join(root, COMMAND_FILE);

export const textIn = ({ root }: Packed, file: string): string => readFileSync(join(root, file), 'utf8');

function npm(args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
}
