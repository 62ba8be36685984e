import answersFile from '../../rubric/samples/answers.json';
import type { RawCell } from '../../src/assessment/assessment';
import { parseAnswersFile, rawOfAnswersFile } from '../../src/assessment/answers-file';
import { newWorkbook } from '../../src/xlsx/new-workbook';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { published, vocabulary } from '../oracles/design';

/** A workbook with the invented sample answers for a cycle, as the side panel saves it. */
export function storeWorkbook(cycle: string): Uint8Array {
  const file = parseAnswersFile(answersFile, 'answers.json', words);
  if (!file.ok) throw new Error(file.failure.message);
  const [benchmark] = published;
  if (!benchmark) throw new Error('No published benchmark');
  const { rows, profile } = rawOfAnswersFile(file.value, jsp);
  const answers = { rows: rows.map((row) => ({ ...row, level: decided(row.level) })), profile };
  return newWorkbook({ rubric: jsp, words, vocabulary, published, benchmark, cycle, answers });
}

/** An assessment some months on: what was not done, or not known, is. */
function decided(level: RawCell): RawCell {
  if (level === 0) return 1;
  return level === words('answer.unknown') ? 2 : level;
}
