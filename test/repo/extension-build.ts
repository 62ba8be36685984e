import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBuild } from './production-build';
import { isBuiltBeside } from '../run/built-beside';
import { ROOT } from './source-files';

/** Where the test command builds the extension to: a folder a browser below it. */
const OUT = 'node_modules/.cache/test-build-extension';
const ORIGINS = { ADDIN_ORIGIN: 'https://addin.example', BENCHMARK_ORIGIN: 'https://benchmark.example' };

let isBuilt = false;

/** The folder of one browser's package. `npm test` built it already (`TEST_BUILDS`). */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  isBuilt ||= isBuiltBeside('extension');
  if (!isBuilt) {
    const { status, printed } = runBuild(['--env', 'target=extension', '--env', `out=${OUT}`], ORIGINS);
    if (status !== 0) throw new Error(printed);
    isBuilt = true;
  }
  return join(ROOT, OUT, browser);
}

/** The files of a package, by path. */
export function packagedFiles(browser: 'chrome' | 'firefox'): ReadonlyMap<string, Buffer> {
  const folder = builtExtension(browser);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file)]),
  );
}
