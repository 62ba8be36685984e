const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');

const FROM = '@fluentui/react-components';
const IMPORTED = new RegExp(`import \\{([^}]*)\\} from '${FROM}'`, 'g');

/** Jest's global setup: what test files of a run share. */
module.exports = async (_, { rootDir }) => {
  rmSync(join(rootDir, 'node_modules/.cache/test-once'), { recursive: true, force: true });
  await bundleFluent(rootDir);
};

/**
 * What our sources take of Fluent as one file, to which jest maps the package's name (`moduleNameMapper`). Its thousand
 * files would be loaded again for every test file, a second each.
 */
async function bundleFluent(rootDir) {
  const file = join(rootDir, 'node_modules/.cache/test-fluent.cjs');
  const { version } = require(`${FROM}/package.json`);
  const names = ['src', 'test'].flatMap((folder) => namesIn(join(rootDir, folder)));
  const banner = `// ${FROM} ${version}: ${[...new Set(names)].sort().join(', ')}`;
  if (kept(file).startsWith(`${banner}\n`)) return;
  const { outputFiles } = await build({
    stdin: { contents: `export { ${banner.split(': ')[1]} } from '${FROM}';`, resolveDir: rootDir },
    bundle: true,
    write: false,
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['react', 'react-dom'],
    banner: { js: banner },
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, outputFiles[0].contents);
}

const namesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(IMPORTED)])
    .flatMap(([, list]) => list.split(','))
    .map((name) => name.trim().replace(/ as .*/, ''))
    .filter((name) => name !== '' && !name.startsWith('type '));

function kept(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
