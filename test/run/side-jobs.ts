import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';

/** A command that runs beside the tests. */
export interface SideJob {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The build that tests wait for by this name (`test/run/built-beside.ts`). */
  readonly build?: string;
}

/** Of `nice`. */
const BEHIND = 10;

const WEBPACK = ['--import', 'tsx', 'node_modules/webpack/bin/webpack.js'];
/** They stand for a deployment. */
const ORIGINS = { ADDIN_ORIGIN: 'https://addin.example', BENCHMARK_ORIGIN: 'https://benchmark.example' };

const build = (name: string, args: readonly string[], env: SideJob['env'] = {}): SideJob => ({
  name: `${name} build`,
  args: [...WEBPACK, ...args],
  env,
  build: name,
});

/** The builds that tests read and drive. */
export const builds = (cache: string): readonly SideJob[] => [
  build('sandbox', ['--mode', 'development']),
  build('production', ['--mode', 'production', '--env', `out=${cache}/test-build`], ORIGINS),
  build(
    'extension',
    ['--mode', 'production', '--env', 'target=extension', '--env', `out=${cache}/test-build-extension`],
    ORIGINS,
  ),
];

/** What reads the sources and runs nothing of them. */
export const checks = (cache: string): readonly SideJob[] => [
  // Types, and the rules that know them (.oxlintrc.json).
  { name: 'types', args: ['node_modules/oxlint/bin/oxlint'] },
  {
    name: 'lint',
    args: [
      'node_modules/eslint/bin/eslint.js',
      '-c',
      'test/repo/eslint.config.mjs',
      '.',
      '--max-warnings=0',
      '--cache',
      '--cache-location',
      `${cache}/eslint/`,
    ],
  },
  {
    name: 'format',
    args: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location',
      `${cache}/prettier-files`,
      '.',
    ],
  },
];

/** Runs jobs one after the other, tells each on standard error when it is done, and gives the names of those that failed. */
export async function runInTurn(jobs: readonly SideJob[], marks: string): Promise<readonly string[]> {
  rmSync(marks, { recursive: true, force: true });
  mkdirSync(marks, { recursive: true });
  const failed: string[] = [];
  for (const job of jobs) {
    const begun = performance.now();
    const { code, printed } = await outcome(job);
    const well = code === 0;
    if (!well) failed.push(job.name);
    if (job.build !== undefined) writeFileSync(join(marks, `${job.build}.${well ? 'done' : 'failed'}`), '');
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.error(`${well ? 'ok ' : 'NOT OK '} ${job.name} (${seconds} s)${well ? '' : `\n${printed}`}`);
  }
  return failed;
}

function outcome({
  args,
  env,
  build: awaited,
}: SideJob): Promise<{ readonly code: number | null; readonly printed: string }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Tests wait for a build; everything else waits for them.
  if (awaited === undefined && child.pid !== undefined) setPriority(child.pid, BEHIND);
  let printed = '';
  const keep = (chunk: Buffer): void => void (printed += chunk.toString('utf8'));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, printed }));
  });
}
