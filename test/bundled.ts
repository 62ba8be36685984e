import { join } from 'node:path';
import { renameSync, writeFileSync } from 'node:fs';
import { buildSync } from 'esbuild';

/** Left where they are installed: ones that read files beside them, and large ones that few commands load. */
const AS_INSTALLED = ['pg', 'fastify', '@fastify/*', 'fastify-type-provider-zod', 'vega', 'vega-lite'];

/** In the project: the command line finds what ships with it from there. */
const FOLDER = join('node_modules', '.cache');

const made = new Map<string, string>();

/**
 * An entry in TypeScript as a module that plain Node starts, in a third of the time that it takes through tsx: for tests
 * that start the same one dozens of times. What it loads when needed is beside it. `entry` is a path in the project;
 * gives the path of the module.
 */
export function bundled(entry: string): string {
  const known = made.get(entry);
  if (known !== undefined) return known;
  const name = `test-${entry.replace(/\W+/g, '-')}`;
  const { outputFiles } = buildSync({
    entryPoints: { [name]: entry },
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'test-part-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    platform: 'node',
    format: 'esm',
    external: AS_INSTALLED,
    // Packages in CommonJS ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  // The entry comes last: other tests may start it at this moment, and it is there whole, or not yet.
  const file = join(FOLDER, `${name}.mjs`);
  const isEntry = ({ path }: { readonly path: string }) => path.endsWith(file);
  for (const part of [...outputFiles.filter((one) => !isEntry(one)), ...outputFiles.filter(isEntry)]) {
    const own = `${part.path}.${process.pid}`;
    writeFileSync(own, part.contents);
    renameSync(own, part.path);
  }
  made.set(entry, file);
  return file;
}
