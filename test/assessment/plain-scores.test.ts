import { plainScores } from '../../src/assessment/plain-scores';
import { errorsIn, inputsOf } from '../../src/assessment/read-assessment';
import { score } from '../../src/scoring/score';
import { jsp } from '../load-rubric';
import { readCells } from './raw';

const ids = jsp.items.map(({ id }) => id);
const levels = (of: (id: string) => number | string | null) =>
  Object.fromEntries(ids.map((id) => [id, { level: of(id), notes: 'why' }]));
const full = readCells(levels((id) => (id === 'ORG-10' ? "Don't know" : id.startsWith('ORG') ? 2 : 3)));

describe('plainScores', () => {
  it('prints numbers at full precision, null for none, "open" for open', () => {
    const scores = plainScores(score(jsp, inputsOf(full)), errorsIn(full));
    expect(scores.domains['ORG']).toEqual({
      applicable: 10,
      rated: 9,
      coverage: 0.9,
      mean: 2,
      median: 2,
      floor: 2,
      level: 'open',
      low: 1.8,
      high: 2.3,
    });
    expect(scores.overall).toEqual({
      composite: 2.75,
      itemMean: (9 * 2 + 34 * 3) / 43,
      level: 'open',
      coverage: 43 / 44,
      low: (1.8 + 9) / 4,
      high: (2.3 + 9) / 4,
    });
    expect(scores.problems).toEqual([]);
  });

  it('prints an open composite and domains without anything to score', () => {
    const assessment = readCells(
      levels((id) => (id.startsWith('DES') ? 'N/A' : id.startsWith('ORG') ? null : 1)),
    );
    const { domains, overall } = plainScores(score(jsp, inputsOf(assessment)), []);
    expect(overall).toMatchObject({ composite: 'open', level: 'open', itemMean: 1 });
    expect(domains['DES']).toEqual({
      ...{ applicable: 0, rated: 0, coverage: null, mean: null, median: null },
      ...{ floor: null, level: null, low: null, high: null },
    });
    expect(Object.keys(domains)).toEqual(['ORG', 'RSK', 'DES', 'CMP']);
  });

  it('is the same after JSON: nothing is undefined, NaN or infinite', () => {
    const scores = plainScores(score(jsp, inputsOf(readCells({}))), []);
    expect(JSON.parse(JSON.stringify(scores))).toEqual(scores);
  });
});
