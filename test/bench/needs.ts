import { join } from 'node:path';
import { build, ORIGINS, PANE_BUILD, runWebpack } from '../repo/production-build';
import { buildExtension, EXTENSION_BUILD } from '../repo/extension-build';

/** What a part of the measurements has to have built. */
export type Need = 'pane' | 'extension' | 'sandbox';

/** The pane of the production build. */
export const PANE = PANE_BUILD;
/** The extension of the production build, as Chromium loads it. */
export const EXTENSION = join(EXTENSION_BUILD, 'chrome');

const BUILDS: Readonly<Record<Need, () => { readonly status: number | null; readonly printed: string }>> = {
  pane: () => build(ORIGINS),
  extension: buildExtension,
  sandbox: () => runWebpack(['--mode', 'development'], {}),
};

const made = new Set<Need>();

/**
 * Builds it from the sources as they are, once a run: an older build is never measured. Throws on what the build says.
 * `say` is told before it is built.
 */
export function make(need: Need, say: (line: string) => void): void {
  if (made.has(need)) return;
  say(`Building the ${need}`);
  const { status, printed } = BUILDS[need]();
  if (status !== 0) throw new Error(`The ${need} could not be built:\n${printed}`);
  made.add(need);
}
