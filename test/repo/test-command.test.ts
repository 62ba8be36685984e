import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNTS } from '../depth';
import { asked } from '../run/asked';
import { chosenFiles } from '../run/chosen-files';
import { summaryOf } from '../run/summary';

describe('what the test command is asked for', () => {
  it.each([
    [[], { deep: false, without: [], paths: [] }],
    [['--deep'], { deep: true, without: [], paths: [] }],
    [['--without-office', '--without-browsers'], { deep: false, without: ['browsers', 'office'], paths: [] }],
    [['test/scoring'], { deep: false, without: [], paths: ['test/scoring'] }],
  ])('is understood: %j', (args, expected) => {
    expect(asked(args)).toEqual(expected);
  });

  it.each([[['--without-tests']], [['--watch']], [['--deep', '--fast']]])('is refused: %j', (args) => {
    expect(asked(args)).toBeNull();
  });
});

describe('the test files of a run', () => {
  it('are left out and named where they reach a browser, through whatever they import', () => {
    const { files, leftOut } = chosenFiles({
      deep: false,
      without: ['browsers'],
      paths: ['test/e2e', 'test/scoring'],
    });
    expect(files).toContain('test/scoring/score.test.ts');
    expect(files).not.toContain('test/e2e/gallery.test.ts');
    expect(leftOut).toEqual([expect.stringContaining('test/e2e/gallery.test.ts')]);
  });

  it('are in a deep run those that count, and those that are deep by name, which no quick run has', () => {
    const paths = ['test/service', 'test/scoring/fraction'];
    const deep = chosenFiles({ deep: true, without: [], paths }).files;
    const quick = chosenFiles({ deep: false, without: [], paths }).files;
    expect(deep).toContain('test/service/kill.test.ts');
    expect(deep).not.toContain('test/scoring/fraction.test.ts');
    expect(quick.filter((file) => file.includes('.deep.'))).toEqual([]);
    expect(quick).toContain('test/scoring/fraction.test.ts');
  });
});

it('counts more in the deep run of everything that it counts', () => {
  for (const { quick, deep } of Object.values(COUNTS)) expect(quick).not.toBe(deep);
});

describe('the line that closes a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const none = {
    numPassedTests: 3,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };

  it.each([
    [{}, '3 passed, 0 failed', true],
    [{ numFailedTests: 1 }, '3 passed, 1 failed', false],
    [{ numRuntimeErrorTestSuites: 1 }, '3 passed, 1 failed', false],
    [{ numPendingTests: 1 }, '3 passed, 0 failed, 1 skipped', false],
    [{ numPassedTests: 0 }, '0 passed, 0 failed', false],
  ])('of %j', (change, line, well) => {
    const file = join(folder, 'results.json');
    writeFileSync(file, JSON.stringify({ ...none, ...change }));
    expect(summaryOf(file)).toEqual({ line, well });
  });
});
