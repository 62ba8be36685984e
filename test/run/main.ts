import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { asked, type Asked, USAGE } from './asked';
import { chosenFiles } from './chosen-files';
import { JEST, testsReaching } from './listed-tests';
import { builds, checks, runInTurn } from './side-jobs';
import { summaryOf } from './summary';
import { provideTools } from './tools';

const CACHE = 'node_modules/.cache';
const MARKS = `${CACHE}/test-builds`;
const RESULTS = `${CACHE}/jest-results.json`;
/** A third one on two cores makes browsers wait so long for their turn that tests of them fail. */
const WORKERS = 2;
/** What a worker keeps of the files that it ran: cleaning more of it up takes longer than a new worker does. */
const MEMORY = '1200MB';

/** Runs what is asked for; gives the exit code. */
async function run(options: Asked): Promise<number> {
  const stop = (why: string): number => {
    console.error(`The tests stopped: ${why}`);
    return 1;
  };
  mkdirSync(CACHE, { recursive: true });
  const unfit = provideTools(options, `${CACHE}/apt.log`);
  if (unfit !== null) return stop(unfit);
  const { files, leftOut } = chosenFiles(options);
  if (files.length === 0) return stop('no test file is meant by this.');
  // The deep run follows one that made the checks; whoever runs a few tests waits for nothing that they do not need.
  const whole = options.paths.length === 0;
  const jobs = [
    ...(whole || readBuilds(files) ? builds(CACHE) : []),
    ...(whole && !options.deep ? checks(CACHE) : []),
  ];
  const beside = runInTurn(jobs, MARKS);
  const [code, failed] = await Promise.all([jest(files, options), beside]);
  const { line, well } = summaryOf(RESULTS);
  for (const text of leftOut) console.log(text);
  if (failed.length > 0) console.log(`Not well: ${failed.join(', ')} (see above)`);
  console.log(line);
  return code === 0 && well && failed.length === 0 ? 0 : 1;
}

const readBuilds = (files: readonly string[]): boolean =>
  testsReaching(['test/run/built-beside.ts']).some((file) => files.includes(file));

/** Runs test files, telling each on standard error; the results are in a file then. */
async function jest(files: readonly string[], { deep }: Asked): Promise<number | null> {
  rmSync(RESULTS, { force: true });
  const args = [
    JEST,
    `--maxWorkers=${WORKERS}`,
    `--workerIdleMemoryLimit=${MEMORY}`,
    '--testSequencer=./test/run/long-first.cjs',
    '--json',
    `--outputFile=${RESULTS}`,
  ];
  const child = spawn(
    process.execPath,
    [...args, '--testPathIgnorePatterns', '/node_modules/', '--runTestsByPath', ...files],
    {
      env: { ...process.env, TEST_BUILDS: MARKS, TEST_DEPTH: deep ? 'deep' : 'quick' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  // Where this process comes to an unexpected end, the tests do not go on alone.
  const end = (): boolean => child.kill();
  process.once('exit', end);
  process.once('SIGTERM', () => process.exit(143));
  child.stdout.pipe(createWriteStream(`${CACHE}/jest-stdout.log`));
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('exit', end);
  return code;
}

const options = asked(process.argv.slice(2));
if (options === null) console.error(USAGE);
process.exitCode = options === null ? 2 : await run(options);
