import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files';
import { isBuiltBeside } from '../run/built-beside';

/** Where the test command builds the pane to, below the root. */
export const PANE_BUILD = 'node_modules/.cache/test-build';
/** They stand for a deployment. */
export const ORIGINS = {
  ADDIN_ORIGIN: 'https://addin.example',
  BENCHMARK_ORIGIN: 'https://benchmark.example',
};

export interface BuildRun {
  readonly status: number | null;
  readonly printed: string;
}

/** Runs the production build as `npm run build` does, with these settings and no others. */
export const build = (settings: Readonly<Record<string, string>>): BuildRun =>
  runBuild(['--env', `out=${PANE_BUILD}`], settings);

/** Runs any production build: `args` are webpack's, `settings` the environment's. */
export const runBuild = (args: readonly string[], settings: Readonly<Record<string, string>>): BuildRun =>
  runWebpack(['--mode', 'production', ...args], settings);

/** Runs webpack with these arguments, and with no settings but these. */
export function runWebpack(args: readonly string[], settings: Readonly<Record<string, string>>): BuildRun {
  const webpack = ['--import', 'tsx', 'node_modules/webpack/bin/webpack.js'];
  const none = { ADDIN_ORIGIN: '', BENCHMARK_ORIGIN: '', EXTENSION_IDS: '', OFFICE_JS: '', NODE_ENV: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...webpack, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...none, ...settings },
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}

/** The files of the production build, by path. `npm test` built them already (`TEST_BUILDS`). */
export function builtFiles(): ReadonlyMap<string, Buffer> {
  if (!isBuiltBeside('production')) {
    const { status, printed } = build(ORIGINS);
    if (status !== 0) throw new Error(printed);
  }
  const folder = join(ROOT, PANE_BUILD);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file)]),
  );
}
