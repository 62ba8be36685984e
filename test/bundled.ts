import { join } from 'node:path';
import { renameSync } from 'node:fs';
import { buildSync } from 'esbuild';

/** Left where they are installed: ones that read files beside them, and large ones that few commands load. */
const AS_INSTALLED = ['pg', 'fastify', '@fastify/*', 'fastify-type-provider-zod', 'vega', 'vega-lite'];

/** Two folders below the project's own, as `src/cli` is: the command line finds what ships with it from there. */
const FOLDER = join('node_modules', '.cache');

const made = new Map<string, string>();

/**
 * An entry in TypeScript as one module that plain Node starts, in a third of the time that it takes through tsx: for
 * tests that start the same one dozens of times. `entry` is a path in the project; gives the path of the module.
 */
export function bundled(entry: string): string {
  const known = made.get(entry);
  if (known !== undefined) return known;
  const file = join(FOLDER, `test-${entry.replace(/\W+/g, '-')}.mjs`);
  const own = `${file}.${process.pid}.mjs`;
  buildSync({
    entryPoints: [entry],
    outfile: own,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: AS_INSTALLED,
    // Packages in CommonJS ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  // Other tests may start it at this moment: it is there whole, or not yet.
  renameSync(own, file);
  made.set(entry, file);
  return file;
}
