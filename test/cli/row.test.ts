import { createHash } from 'node:crypto';
import { readAssessment, inputsOf } from '../../src/assessment/read-assessment';
import { parseAnswersFile, rawOfAnswersFile } from '../../src/assessment/answers-file';
import { score } from '../../src/scoring/score';
import { buildRow } from '../../src/submission/build-row';
import { canonicalJson } from '../../src/submission/canonical';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { vocabulary } from '../oracles/design';
import { answersFile } from './answers';
import { at, cli, given, SLOW } from './run-cli';

const answers = answersFile({ 'ORG-02': { level: 'N/A', notes: 'Privé – 秘密' } });

function expectedBytes(): string {
  const file = parseAnswersFile(answers, 'x', words);
  if (!file.ok) throw new Error(file.failure.message);
  const assessment = readAssessment(rawOfAnswersFile(file.value, jsp), { rubric: jsp, words, vocabulary });
  const row = buildRow(assessment, score(jsp, inputsOf(assessment)), jsp, '2026', words);
  if (!row.ok) throw new Error(row.failure.message);
  return canonicalJson(row.value);
}

it(
  'prints exactly the bytes that would be sent, and their SHA-256 on standard error',
  async () => {
    const json = given('team.json', answers);
    await cli('workbook', ['--out', at('team.xlsx'), '--answers', json]);
    const [fromJson, fromXlsx] = await Promise.all([cli('row', [json]), cli('row', [at('team.xlsx')])]);
    const bytes = expectedBytes();
    expect(fromJson).toEqual({
      code: 0,
      out: bytes,
      err: `${createHash('sha256').update(bytes).digest('hex')}\n`,
    });
    expect(fromXlsx).toEqual(fromJson);
  },
  SLOW,
);

it(
  'prints no byte while an answer is missing or wrong, and says which',
  async () => {
    const [open, wrong, called] = await Promise.all([
      cli('row', [given('open.json', answersFile({ 'CMP-08': {} }))]),
      cli('row', [given('wrong.json', answersFile({ 'CMP-07': { level: 9 } }))]),
      cli('row', [at('a.json'), at('b.json')]),
    ]);
    expect(open).toEqual({ code: 1, out: '', err: expect.stringContaining('CMP-08') as string });
    expect(wrong).toEqual({ code: 1, out: '', err: expect.stringContaining('CMP-07') as string });
    expect(called).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('Usage: npm run --silent row') as string,
    });
  },
  SLOW,
);
