import { inputsOf, readAssessment } from '../../src/assessment/read-assessment';
import { plainScores } from '../../src/assessment/plain-scores';
import { parseRubric } from '../../src/rubric/load';
import { score } from '../../src/scoring/score';
import { buildRow } from '../../src/submission/build-row';
import { rowSchema } from '../../src/submission/row';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { english as words } from '../load-words';
import { type AnswerSet, answerSet, rawOf } from '../oracles/answer-sets';
import { jspDesign, sample, vocabulary } from '../oracles/design';
import { differences, expectedSheet } from '../oracles/expected-sheet';
import { type OfficeWrite, scoreWithLibreOffice } from '../oracles/libreoffice';
import { lintXlsx } from '../oracles/lint-xlsx';
import { hospitalRubric } from './second-rubric';
import { countOf } from '../depth';

const LEVELS: Readonly<Record<string, number | string>> = {
  'BUY-01': 5,
  'NETW-07': 2,
  'OP-11': 'N/A',
  'NETW-02': 3,
  'NETW-99': "Don't know",
};
const raw = {
  rows: hospitalRubric.items.map(({ id }, i) => ({
    ...{ row: 7 + i, id, level: LEVELS[id] ?? null, target: 4 },
    ...{ evidence: null, owner: null, due: null, notes: 'none here' },
  })),
  profile: { organization: 'hospital', size: null, detail: 'items' },
};

const SETS = countOf('secondRubricSets');
const column = (address: string, values: readonly OfficeWrite['values'][number][number][]): OfficeWrite => ({
  sheet: 'Assessment',
  address,
  values: values.map((value) => [value]),
});
const writesOf = ({ level, target, notes }: AnswerSet): readonly OfficeWrite[] => [
  column('E7:E11', level),
  column('H7:H11', target),
  column('L7:L11', notes),
];
/** Three domains and the whole; five items. */
const READS = [
  { sheet: 'Scorecard', address: 'B9:Z12' },
  { sheet: 'Roadmap', address: 'B5:B9' },
];

describe('a second rubric needs no code', () => {
  const parsed = parseRubric(structuredClone(hospitalRubric), 'hospital.json', words);

  it('is taken as a rubric', () => {
    expect(parsed).toEqual({ ok: true, value: hospitalRubric });
  });

  it('is drawn, written without a fault, and read again with its answers', () => {
    const design = jspDesign({ rubric: hospitalRubric, answers: raw });
    const file = writeXlsx(design);
    expect(lintXlsx(file)).toEqual([]);
    const read = readAssessmentFile(file, words);
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.map.rubric).toEqual({ id: 'hospital-demo', version: '0.2.0' });
    expect(read.value.raw.rows.map(({ id, level }) => [id, level])).toEqual(
      raw.rows.map(({ id, level }) => [id, level]),
    );
  });

  it('is scored, and its row is a row', () => {
    const assessment = readAssessment(raw, { rubric: hospitalRubric, words, vocabulary });
    const scores = score(hospitalRubric, inputsOf(assessment));
    const { domains, overall } = plainScores(scores, []);
    expect(Object.keys(domains)).toEqual(['NETW', 'BUY', 'OP']);
    expect(domains['NETW']).toMatchObject({ applicable: 3, rated: 2, mean: 2.5, floor: 2, level: 'open' });
    expect(domains['OP']).toMatchObject({ applicable: 0, mean: null, level: null });
    expect(overall).toMatchObject({ composite: 3.75, level: 'open' });
    expect(scores.roadmap).toEqual(['NETW-07', 'NETW-02']);
    const row = buildRow(assessment, scores, hospitalRubric, '2026', words);
    expect(row.ok && rowSchema.safeParse(row.value).success).toBe(true);
  });

  it(`is scored by its workbook in LibreOffice as by src/scoring, for ${SETS} answer sets`, async () => {
    const sets = Array.from({ length: SETS }, (_, i) => answerSet(hospitalRubric, i));
    const file = writeXlsx(jspDesign({ rubric: hospitalRubric, benchmark: sample }));
    const { results } = await scoreWithLibreOffice({ file, sets: sets.map(writesOf), reads: READS });
    const wrong = results.flatMap(([scorecard = [], roadmap = []], i) => {
      const assessment = readAssessment(rawOf(hospitalRubric, sets[i]!), {
        rubric: hospitalRubric,
        words,
        vocabulary,
      });
      const expected = expectedSheet(hospitalRubric, assessment, sample);
      const ids = roadmap.flatMap(([id]) => (typeof id === 'string' && id !== '' ? [id] : []));
      return [
        ...differences(scorecard, expected.scorecard, `set ${i}: scorecard`),
        ...(ids.join() === expected.roadmap.join() ? [] : [`set ${i}: roadmap ${ids.join()}`]),
      ];
    });
    expect(results).toHaveLength(SETS);
    expect(wrong).toEqual([]);
  }, 120_000);
});
