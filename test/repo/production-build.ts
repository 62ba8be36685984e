import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files';

const OUT = 'node_modules/.cache/test-build';
const ORIGINS = { ADDIN_ORIGIN: 'https://addin.example', BENCHMARK_ORIGIN: 'https://benchmark.example' };

/** Runs the production build as `npm run build` does, with these settings and no others. */
export function build(settings: Readonly<Record<string, string>>): {
  status: number | null;
  printed: string;
} {
  const webpack = ['--import', 'tsx', 'node_modules/webpack/bin/webpack.js', '--mode', 'production'];
  const env = { ...process.env, ADDIN_ORIGIN: '', BENCHMARK_ORIGIN: '', NODE_ENV: '', ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...webpack, '--env', `out=${OUT}`], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}

/** The files of the production build, by path. `npm test` built them already (`PRODUCTION_IS_BUILT`). */
export function builtFiles(): ReadonlyMap<string, Buffer> {
  if (process.env['PRODUCTION_IS_BUILT'] !== '1') {
    const { status, printed } = build(ORIGINS);
    if (status !== 0) throw new Error(printed);
  }
  const folder = join(ROOT, OUT);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file)]),
  );
}
