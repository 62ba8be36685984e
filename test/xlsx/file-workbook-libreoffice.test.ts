import { readAssessment } from '../../src/assessment/read-assessment';
import type { Change } from '../../src/workbook/port';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { cellAt, readXlsx } from '../../src/xlsx/read-xlsx';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { type AnswerSet, answerSet } from '../oracles/answer-sets';
import { sample } from '../oracles/design';
import { differences, expectedSheet } from '../oracles/expected-sheet';
import { convertWithLibreOffice } from '../oracles/libreoffice';
import { BLANK, cellIn, MAKING, openFile, valueOf } from './open-file';

/** Usual answers, a domain out, and every item N/A; without what only a formula can give. */
const SETS = [10, 3, 2];

function changesOf({ level, target, notes }: AnswerSet): readonly Change[] {
  return jsp.items.flatMap(({ id: item }, i) =>
    (
      [
        ['level', level[i]],
        ['target', target[i]],
        ['notes', notes[i]],
      ] as const
    ).flatMap(([field, value]) =>
      value === undefined || (value !== null && typeof value === 'object') ? [] : [{ item, field, value }],
    ),
  );
}

/** The Scorecard's table and the exact row, as LibreOffice shows them when it opens the file. */
async function shownInLibreOffice(bytes: Uint8Array) {
  const { sheets } = valueOf(readXlsx(await convertWithLibreOffice(bytes, 'xlsx'), words));
  const valueAt = (name: string, row: number, column: number) => {
    const sheet = sheets.find((candidate) => candidate.name === name);
    return sheet && cellAt(sheet, row, column).value;
  };
  const scorecard = Array.from({ length: jsp.domains.length + 1 }, (_, r) =>
    Array.from({ length: 25 }, (_cell, c) => valueAt('Scorecard', 8 + r, 1 + c) ?? ''),
  );
  return { scorecard, bytes: valueAt('Submission', 4, 0) };
}

it('is scored by LibreOffice as by the engine, whoever saved it last', async () => {
  const { file, port } = openFile();
  for (const [i, set] of SETS.entries()) {
    valueOf(await port.write(changesOf(answerSet(jsp, set))));
    const { raw } = valueOf(readAssessmentFile(file.bytes, words));
    const expected = expectedSheet(jsp, readAssessment(raw, MAKING), sample);
    const shown = await shownInLibreOffice(file.bytes);
    expect(differences(shown.scorecard, expected.scorecard, `set ${set}`)).toEqual([]);
    if (expected.bytes !== null) expect(shown.bytes).toBe(expected.bytes);
    // The next set goes into the file as LibreOffice has saved it.
    if (i === 0) file.save(await convertWithLibreOffice(file.bytes, 'xlsx'));
  }
}, 60_000);

it('knows its results in a file that LibreOffice has saved, too', async () => {
  const { file, port } = openFile(await convertWithLibreOffice(BLANK, 'xlsx'));
  valueOf(await port.write(jsp.items.map(({ id }) => ({ item: id, field: 'level', value: 4 }))));
  expect(cellIn(file.bytes, 'Scorecard', 'F9').value).toBe(4);
  expect(cellIn(file.bytes, 'Assessment', 'M7').value).toBe(words('sheet.checkOk'));
}, 30_000);
