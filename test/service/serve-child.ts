import { once } from 'node:events';
import { inspect } from 'node:util';
import { closeOnSignals, startService } from '../../src/service/serve';
import { CYCLE, words } from '../submission/fixtures';

/**
 * Run by tests in a process of its own, to be killed: loads, waits for a line, serves the given directory and prints
 * its address.
 */
const [, , dataDir = '', mode] = process.argv;
await once(process.stdin, 'data');
process.stdin.destroy();
const running = await startService({
  words,
  dataDir,
  rubricDir: 'rubric',
  cycle: { cycle: CYCLE, closes: '9999-12-31', rubric: 'jsp' },
  mode: mode === 'code' ? mode : 'open',
  origins: [],
  sample: true,
  log: (told) => {
    if (told.event === 'fault') process.stderr.write(`${inspect(told.error)}\n`);
  },
  host: '127.0.0.1',
  port: 0,
});
if (!running.ok) throw new Error(running.failure.message);
closeOnSignals(running.value, process);
process.stdout.write(`${running.value.url}\n`);
