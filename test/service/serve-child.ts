import { closeOnSignals, startService } from '../../src/service/serve';
import { CYCLE, words } from '../submission/fixtures';

/** Run by tests in a process of its own, to be killed: serves the given directory and prints its address. */
const running = await startService({
  words,
  dataDir: process.argv[2] ?? '',
  rubricDir: 'rubric',
  cycle: { cycle: CYCLE, closes: '9999-12-31', rubric: 'jsp' },
  mode: 'open',
  origins: [],
  sample: true,
  host: '127.0.0.1',
  port: 0,
});
if (!running.ok) throw new Error(running.failure.message);
closeOnSignals(running.value, process);
process.stdout.write(`${running.value.url}\n`);
