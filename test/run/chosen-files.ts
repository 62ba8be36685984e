import type { Asked } from './asked';
import { listedTests, testsReaching } from './listed-tests';
import { DOORS } from './tools';

const DEEP = /\.deep\.test\.tsx?$/;

/** The test files of a run, and in a line a part what it leaves out. */
export function chosenFiles({ deep, without, paths }: Asked): {
  readonly files: readonly string[];
  readonly leftOut: readonly string[];
} {
  const all = deep ? deepFiles() : listedTests().filter((file) => !DEEP.test(file));
  const meant = all.filter((file) => paths.length === 0 || paths.some((path) => file.includes(path)));
  const gone = without.map((part) => {
    const needing = new Set(testsReaching(DOORS[part]));
    return { part, files: meant.filter((file) => needing.has(file)) };
  });
  return {
    files: meant.filter((file) => !gone.some(({ files }) => files.includes(file))),
    leftOut: gone.map(({ part, files }) => `Left out without ${part}: ${files.join(' ')}`),
  };
}

/** Files that are deep by name, and files with a count: the others would do again what `npm test` did. */
const deepFiles = (): readonly string[] => [
  ...new Set([...listedTests().filter((file) => DEEP.test(file)), ...testsReaching(['test/depth.ts'])]),
];
