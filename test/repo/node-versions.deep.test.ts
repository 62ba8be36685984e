import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './source-files';

const MINUTE = 60_000;

it(
  'works under the oldest Node 20 that it allows, and under 22, 24 and 26: main job, command line, store, kills',
  async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/tools/node-versions.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (chunk: Buffer): void => void (printed += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, printed]).toEqual([
      0,
      expect.stringMatching(/\| 20\.19\.\d+ \|.*\n\| 22\..*\n\| 24\..*\n\| 26\./),
    ]);
  },
  20 * MINUTE,
);
