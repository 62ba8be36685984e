import { readAssessment } from '../../src/assessment/read-assessment';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { type AnswerSet, answerSet, rawOf } from '../oracles/answer-sets';
import { jspDesign, sample, vocabulary } from '../oracles/design';
import { differences, expectedSheet } from '../oracles/expected-sheet';
import { type OfficeWrite, scoreWithLibreOffice } from '../oracles/libreoffice';
import { typedSets } from '../oracles/typed-words';
import { countOf } from '../depth';

const SETS = countOf('libreOfficeSets');
const LAST = 6 + jsp.items.length;

const column = (address: string, values: AnswerSet['level']): OfficeWrite => ({
  sheet: 'Assessment',
  address,
  values: values.map((value) => [value]),
});
const writesOf = (set: AnswerSet): readonly OfficeWrite[] => [
  column(`E7:E${LAST}`, set.level),
  column(`H7:H${LAST}`, set.target),
  column(`L7:L${LAST}`, set.notes),
  {
    sheet: 'Start',
    address: 'D19:D21',
    values: [[set.profile.organization], [set.profile.size], [set.profile.detail]],
  },
];
const READS = [
  { sheet: 'Scorecard', address: 'B9:Z13' },
  { sheet: 'Scorecard', address: 'O5' },
  { sheet: 'Roadmap', address: `B5:B${4 + jsp.items.length}` },
  { sheet: 'Submission', address: 'A5' },
  { sheet: 'Assessment', address: `P7:P${LAST}` },
];

it(`shows in LibreOffice what src/scoring computes, for ${SETS} answer sets and for words as people type them`, async () => {
  const sets = [...Array.from({ length: SETS }, (_, i) => answerSet(jsp, i)), ...typedSets(jsp)];
  const file = writeXlsx(jspDesign({ benchmark: sample }));
  const { results } = await scoreWithLibreOffice({ file, sets: sets.map(writesOf), reads: READS });
  expect(results).toHaveLength(sets.length);
  let sent = 0;
  const wrong = results.flatMap(
    ([scorecard = [], itemMean = [], roadmap = [], bytes = [], states = []], i) => {
      const set = sets[i] as AnswerSet;
      const assessment = readAssessment(rawOf(jsp, set), { rubric: jsp, words, vocabulary });
      const expected = expectedSheet(jsp, assessment, sample);
      const ids = roadmap.map(([id]) => id).filter((id) => id !== '' && id !== null);
      const [[row] = []] = bytes;
      if (expected.bytes !== null) sent += 1;
      const blocked = assessment.problems.some((problem) => problem.code !== 'target-invalid');
      return [
        ...differences(scorecard, expected.scorecard, 'scorecard'),
        ...differences(itemMean, [[expected.itemMean]], 'item mean'),
        ...differences([states.map(([state]) => state)], [expected.states], 'states'),
        ...differences([ids], [expected.roadmap.length > 0 ? expected.roadmap : []], 'roadmap'),
        ...(ids.length === expected.roadmap.length
          ? []
          : [`roadmap has ${ids.length} items, not ${expected.roadmap.length}`]),
        ...(expected.bytes !== null && row !== expected.bytes
          ? [`bytes ${JSON.stringify(row)} are not ${expected.bytes}`]
          : []),
        ...(blocked && typeof row === 'string' && row.startsWith('{')
          ? [`bytes stand although ${assessment.problems[0]?.message ?? ''}`]
          : []),
      ].map((text) => `set ${i}: ${text}`);
    },
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(sent).toBeGreaterThan(SETS / 20);
}, 300_000);
