import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begun, done, nextLine, type UnderNode } from './under-node';

const ANSWERS = 'rubric/samples/answers.json';

/**
 * The commands of a contributor and of an operator, as npm runs them: workbook, score and row, a served benchmark, a row
 * submitted to it, doctor and backup beside it. Gives the digest of what must be the same under every Node.
 */
export async function commandLine(under: UnderNode): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jsp-nodes-'));
  const at = (name: string) => join(folder, name);
  const npm = (command: string, ...args: string[]) =>
    done(under, 'npm', ['run', '--silent', command, '--', ...args]);
  try {
    await npm('workbook', '--out', at('filled.xlsx'), '--answers', ANSWERS);
    const [scores, row] = [await npm('score', at('filled.xlsx')), await npm('row', at('filled.xlsx'))];
    const service = begun(under, 'src/cli/benchmark.ts', [
      ...['serve', '--data', at('data'), '--port', '0', '--mode', 'open'],
    ]);
    try {
      const url = await nextLine(service);
      await npm('submit', at('filled.xlsx'), '--to', url);
      await npm('benchmark', 'doctor', '--data', at('data'));
      await npm('benchmark', 'backup', '--data', at('data'), '--to', at('copy'));
    } finally {
      await service.end('SIGTERM');
    }
    await npm('benchmark', 'doctor', '--data', at('copy'));
    const bytes = [readFileSync(at('filled.xlsx')), scores, row];
    const digest = createHash('sha256');
    for (const each of bytes) digest.update(each);
    return digest.digest('hex');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
