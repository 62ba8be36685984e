import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hasSqlite } from '../../service/store/has-sqlite';
import { environmentOf, type FetchedNode } from './fetch-node';
import { said, type UnderNode } from './under-node';

/** All that a machine has beside Node in which nothing can be compiled: no compiler, no make, no Python. */
const FEW_TOOLS = ['sh', 'env', 'uname', 'npm'];

/** The project as it stands, without what git ignores. */
function copyInto(folder: string): void {
  const kept = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const path of kept.split('\0')) {
    if (path === '' || !existsSync(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(path, join(folder, path));
  }
}

/**
 * `npm ci` in a copy of the project in a new folder; npm must say nothing of this project. A Node with SQLite of its own
 * has nothing to compile with on its path; an older one has what this machine has.
 */
export async function installed(node: FetchedNode): Promise<UnderNode> {
  const { version } = node;
  const folder = mkdtempSync(join(tmpdir(), 'jsp-fresh-'));
  const tools = mkdtempSync(join(tmpdir(), 'jsp-tools-'));
  try {
    copyInto(folder);
    linkTools(tools);
    const path = hasSqlite(version) ? tools : process.env['PATH'];
    const env = { ...environmentOf(node, path), npm_config_nodedir: node.folder };
    const { code, out, err } = await said({ version, folder, env }, 'npm', ['ci']);
    if (code !== 0 || /npm error|better-sqlite3|jsp-maturity-benchmark/i.test(err)) {
      throw new Error(`npm ci ended with ${String(code)}:\n${out}${err}`);
    }
    return { version, folder, env: environmentOf(node) };
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  } finally {
    rmSync(tools, { recursive: true });
  }
}

function linkTools(folder: string): void {
  for (const tool of FEW_TOOLS) {
    const found = execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
    symlinkSync(realpathSync(found), join(folder, tool));
  }
}
