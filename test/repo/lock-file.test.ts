import { readJson } from './source-files';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const { packages } = readJson('package-lock.json') as { packages: Readonly<Record<string, Locked>> };

/** The version that Node would find for `name` from inside the package at `from`, by the lock file. */
function lockedVersion(from: string, name: string): string | undefined {
  const found = packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]?.version;
  if (found !== undefined || from === '') return found;
  return lockedVersion(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

/** npm leaves out what a registry could not give for another system, and then refuses its own file on `npm ci`. */
test('the lock file has every optional package of every system, so that npm ci takes it anywhere', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const version = lockedVersion(path, name);
        return version === undefined || (/^\d/.test(wanted) && version !== wanted);
      })
      .map(([name, wanted]) => `${name}@${wanted}`),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry: each machine asks its own', () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(named.map(([path]) => path)).toEqual([]);
});
