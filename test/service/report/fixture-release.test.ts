import { releaseSchema } from '../../../src/rubric/release';
import { EMPTY, FORMER, inventRelease, LARGE, SMALL, TINY } from './fixture-release';

test('invented releases have the form of real ones, whatever their size', () => {
  const sizes = Array.from({ length: 60 }, (_, rows) => inventRelease({ rows, seed: rows }));
  for (const release of [SMALL, LARGE, TINY, EMPTY, FORMER, ...sizes])
    expect(releaseSchema.safeParse(release).error?.issues).toBeUndefined();
});

test('they are what the tests take them for', () => {
  expect(SMALL.cells['all']).toMatchObject({ rows: '15+' });
  expect(LARGE.cells['all']).toMatchObject({ rows: '45+' });
  expect(TINY.cells['all']).toMatchObject({ rows: '5-9' });
  expect(EMPTY.cells['all']).toEqual({ hidden: 'few' });
  expect(FORMER.cycle).not.toBe(SMALL.cycle);
});
