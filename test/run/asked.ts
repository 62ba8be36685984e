import { type Part, PARTS } from './tools';

/** What a test run is asked for. */
export interface Asked {
  readonly deep: boolean;
  readonly without: readonly Part[];
  /** Only test files whose paths hold one of these; all, where there are none. */
  readonly paths: readonly string[];
}

export const USAGE = `How the tests are run:
  npm test                         every behaviour, types, lint and format, in minutes
  npm test -- test/scoring         only the test files whose paths hold these words
  npm test -- --without-browsers   without what needs Chromium or Firefox; also --without-office, --without-database,
                                   --without-deployment
  npm run test:deep                what counts in npm test (test/depth.ts), with full counts, and *.deep.test.ts;
                                   takes paths and --without-… too`;

/** What the arguments ask for; null where they ask for something else. */
export function asked(args: readonly string[]): Asked | null {
  const words = args.filter((word) => word.startsWith('-'));
  const without = PARTS.filter((part) => words.includes(`--without-${part}`));
  const deep = words.includes('--deep');
  if (words.length !== without.length + Number(deep)) return null;
  return { deep, without, paths: args.filter((word) => !word.startsWith('-')) };
}
