import { takeSnapshot } from '../../src/assessment/take-snapshot';
import type { Rubric } from '../../src/rubric/schema';
import type { ItemInput } from '../../src/scoring/answer';
import { score } from '../../src/scoring/score';

const item = (id: string, domain: string) => ({ id, domain }) as Rubric['items'][number];
const rubric = {
  id: 'jsp',
  version: '1.0.0',
  domains: [{ id: 'ORG' }, { id: 'RSK' }],
  items: [item('ORG-01', 'ORG'), item('ORG-02', 'ORG'), item('RSK-01', 'RSK')],
} as unknown as Rubric;
const rated = (level: 0 | 1 | 2 | 3 | 4 | 5): ItemInput => ({
  answer: { state: 'rated', level },
  target: null,
});

it('keeps the scores of a day in hundredths, coverage in percent', () => {
  const scores = score(
    rubric,
    new Map([
      ['ORG-01', rated(2)],
      ['ORG-02', rated(3)],
      ['RSK-01', rated(1)],
    ]),
  );
  expect(takeSnapshot(scores, rubric, '2026-11-23')).toEqual({
    day: '2026-11-23',
    rubric: 'jsp 1.0.0',
    composite: 175,
    itemMean: 200,
    level: 1,
    coverage: 100,
    domains: { ORG: 250, RSK: 100 },
  });
});

it('keeps open as open and none as none', () => {
  const snapshot = takeSnapshot(score(rubric, new Map([['ORG-01', rated(2)]])), rubric, '2026-11-23');
  expect(snapshot).toMatchObject({
    composite: 'open',
    level: 'open',
    coverage: 33,
    domains: { ORG: 200, RSK: null },
  });
});
