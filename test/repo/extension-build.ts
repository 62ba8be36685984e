import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBuiltBeside } from '../run/built-beside';
import { ORIGINS, runBuild, type BuildRun } from './production-build';
import { ROOT } from './source-files';

/** Where the test command builds the extension to: a folder a browser below it. */
export const EXTENSION_BUILD = 'node_modules/.cache/test-build-extension';

/** Builds the extension's packages, with the origins of the tests. */
export const buildExtension = (): BuildRun =>
  runBuild(['--env', 'target=extension', '--env', `out=${EXTENSION_BUILD}`], ORIGINS);

let isBuilt = false;

/** The folder of one browser's package. `npm test` built it already (`TEST_BUILDS`). */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  isBuilt ||= isBuiltBeside('extension');
  if (!isBuilt) {
    const { status, printed } = buildExtension();
    if (status !== 0) throw new Error(printed);
    isBuilt = true;
  }
  return join(ROOT, EXTENSION_BUILD, browser);
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
