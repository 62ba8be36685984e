import { readAssessment } from '../../src/assessment/read-assessment';
import { drawWorkbook } from '../../src/excel/draw-workbook';
import { SHEET_IDS } from '../../src/workbook/sheet-names';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { type AnswerSet, answerSet, rawOf, type Typed } from '../oracles/answer-sets';
import { jspDesign, sample, vocabulary } from '../oracles/design';
import { differences, expectedSheet } from '../oracles/expected-sheet';
import { typedSets } from '../oracles/typed-words';
import { withExcel } from '../sandbox/load-excel';
import { countOf } from '../depth';

const SETS = countOf('insertedSets');
const LAST = 6 + jsp.items.length;

/** As a person's typing reaches Excel: a text that must stay a text has an apostrophe before it. */
const typed = (value: Typed): string | number =>
  value === null
    ? ''
    : typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? `'${value}`
        : value.formula;

async function answerAndRead(context: Excel.RequestContext, set: AnswerSet) {
  const assessment = context.workbook.worksheets.getItem('Assessment');
  const column = (letter: string, values: readonly Typed[]) => {
    assessment.getRange(`${letter}7:${letter}${LAST}`).formulas = values.map((value) => [typed(value)]);
  };
  column('E', set.level);
  column('H', set.target);
  column('L', set.notes);
  const { organization, size, detail } = set.profile;
  context.workbook.worksheets.getItem('Start').getRange('D19:D21').formulas = [
    organization,
    size,
    detail,
  ].map((cell) => [typed(cell)]);
  const read = (sheet: string, address: string) =>
    context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
  const scorecard = read('Scorecard', 'B9:Z13');
  const itemMean = read('Scorecard', 'O5');
  const roadmap = read('Roadmap', `B5:B${4 + jsp.items.length}`);
  const bytes = read('Submission', 'A5');
  const states = read('Assessment', `P7:P${LAST}`);
  await context.sync();
  return {
    scorecard: scorecard.values,
    itemMean: itemMean.values,
    roadmap: roadmap.values,
    bytes: bytes.values[0]?.[0] as unknown,
    states: states.values.map(([state]) => state as unknown),
  };
}

it(`shows as inserted through Office.js what src/scoring computes, for ${SETS} answer sets and for words as people type them`, async () => {
  const excel = await withExcel();
  excel.reset();
  const wrong: string[] = [];
  await Excel.run(async (context) => {
    await drawWorkbook(context, jspDesign({ benchmark: sample }), new Set(SHEET_IDS), {
      supports: () => true,
      onProgress: () => undefined,
      onAdded: () => undefined,
    });
    const sets = [...Array.from({ length: SETS }, (_, i) => answerSet(jsp, i)), ...typedSets(jsp)];
    for (const [i, set] of sets.entries()) {
      const seen = await answerAndRead(context, set);
      const assessment = readAssessment(rawOf(jsp, set), { rubric: jsp, words, vocabulary });
      const expected = expectedSheet(jsp, assessment, sample);
      const ids = seen.roadmap.map(([id]) => id as unknown).filter((id) => id !== '');
      const found = [
        ...differences(seen.scorecard, expected.scorecard, 'scorecard'),
        ...differences(seen.itemMean, [[expected.itemMean]], 'item mean'),
        ...differences([seen.states], [expected.states], 'states'),
        ...(JSON.stringify(ids) === JSON.stringify(expected.roadmap) ? [] : [`roadmap is ${ids.join(' ')}`]),
        ...(expected.bytes === null || seen.bytes === expected.bytes
          ? []
          : [`bytes are ${String(seen.bytes)}`]),
      ];
      wrong.push(...found.map((text) => `set ${i}: ${text}`));
    }
  });
  expect(wrong.slice(0, 20)).toEqual([]);
}, 400_000);
