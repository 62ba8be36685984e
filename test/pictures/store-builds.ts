import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const OUT = 'node_modules/.cache/store-build';
/** The service that the pictures show. */
export const SERVICE = 'https://benchmark.example';

export interface StoreBuilds {
  /** The extension for Chrome. */
  readonly extension: string;
  /** The page that takes a row. */
  readonly submitPage: string;
}

/** Builds what the store pictures show, as it ships. */
export function storeBuilds(): StoreBuilds {
  return {
    extension: join(built('extension'), 'chrome'),
    submitPage: built('submit-page'),
  };
}

function built(target: string): string {
  const out = join(process.cwd(), OUT, target);
  const args = ['--import', 'tsx', 'node_modules/webpack/bin/webpack.js', '--mode', 'production'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, '--env', `target=${target}`, '--env', `out=${out}`],
    { encoding: 'utf8', env: { ...process.env, BENCHMARK_ORIGIN: SERVICE } },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  return out;
}
