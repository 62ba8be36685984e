import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import { project } from './project';

/**
 * Builds the pane for this computer, and the sandbox's page. `origin` is what the manifest names. What webpack prints
 * is shown only where it fails (`build-failed`).
 */
export async function buildLocal(origin: string, words: Words): Promise<Result<void>> {
  const webpack = project.path('node_modules/webpack/bin/webpack.js');
  const settings = ['--mode', 'development', '--env', `ADDIN_ORIGIN=${origin}`];
  const child = spawn(process.execPath, [webpack, ...settings], {
    cwd: project.root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return success(undefined);
  process.stderr.write(Buffer.concat(printed));
  return failed('build-failed', words('sandbox.buildFailed'));
}
