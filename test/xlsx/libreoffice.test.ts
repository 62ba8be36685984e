import type { RawAssessment } from '../../src/assessment/assessment';
import { areaAddress } from '../../src/workbook/address';
import type { WorkbookDesign } from '../../src/workbook/design';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jsp } from '../load-rubric';
import { english } from '../load-words';
import { answerSet, rawOf } from '../oracles/answer-sets';
import { jspDesign } from '../oracles/design';
import { convertWithLibreOffice, scoreWithLibreOffice, type OfficeInput } from '../oracles/libreoffice';
import { sampleDesign } from './sample-design';

const MINUTES = 60_000;

/** The error cells of a recalculated workbook, by sheet and row. */
async function errorsIn(design: WorkbookDesign): Promise<string[]> {
  const reads = design.sheets.map(({ name, cells }) => {
    const rows = 1 + Math.max(...cells.map((cell) => cell.row));
    const columns = 1 + Math.max(...cells.map((cell) => cell.column));
    return { sheet: name, address: areaAddress({ row: 0, column: 0, rows, columns }) };
  });
  const { results } = await scoreWithLibreOffice({ file: writeXlsx(design), sets: [[]], reads });
  return (results[0] ?? []).flatMap((rows, i) =>
    rows.flatMap((row, r) =>
      row.flatMap((value, c) =>
        value !== null && typeof value === 'object'
          ? [
              `${design.sheets[i]?.name} ${areaAddress({ row: r, column: c, rows: 1, columns: 1 })} ${value.error}`,
            ]
          : [],
      ),
    ),
  );
}

/** Whole answers that a person may leave: what a cell can hold without a formula. */
function filledIn(): RawAssessment {
  const raw = rawOf(jsp, answerSet(jsp, 5));
  const typed = raw.rows.map((row) => ({
    ...row,
    level: typeof row.level === 'object' || typeof row.level === 'boolean' ? null : row.level,
    target: typeof row.target === 'object' ? 3 : row.target,
    evidence: `Report ${row.row}, "signed" & <filed>`,
    owner: 'Ana Ñandú ✔',
    due: 46_000,
    notes: ' Two\nlines_x0041_ ',
  }));
  const profile = { organization: 'Hospital or health system', size: null, detail: 'Every answer' };
  return { rows: typed, profile, evidence: [] };
}

function read(file: Uint8Array): RawAssessment {
  const found = readAssessmentFile(file, english);
  if (!found.ok) throw new Error(found.failure.message);
  return found.value.raw;
}

test(
  'LibreOffice finds no error in any cell, blank or filled in',
  async () => {
    expect(await errorsIn(jspDesign())).toEqual([]);
    expect(await errorsIn(jspDesign({ answers: filledIn() }))).toEqual([]);
  },
  2 * MINUTES,
);

test(
  'answers come back as they were written, from our file and from the one LibreOffice saved',
  async () => {
    const answers = filledIn();
    const ours = writeXlsx(jspDesign({ answers }));
    expect(read(ours)).toEqual(answers);
    const saved = read(await convertWithLibreOffice(ours, 'xlsx'));
    expect(saved).toEqual(answers);
  },
  2 * MINUTES,
);

test(
  'prints to PDF',
  async () => {
    const pdf = await convertWithLibreOffice(writeXlsx(jspDesign()), 'pdf');
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  },
  2 * MINUTES,
);

test(
  'one office answers many sets, and tells blank, empty text, digits, numbers and errors apart',
  async () => {
    const sheet = "Team's answers";
    const set = (...values: OfficeInput[]) => [
      { sheet, address: 'C4:C9', values: values.map((value) => [value]) },
    ];
    const { results } = await scoreWithLibreOffice({
      file: writeXlsx(sampleDesign()),
      sets: [set(1, '2', null, 'N/A', { formula: '=1/0' }, 5), set(null, null, null, null, null, null)],
      reads: [
        { sheet, address: 'C4:E9' },
        { sheet: 'Scorecard', address: 'B2:B3' },
      ],
    });
    expect(results[0]).toEqual([
      [
        [1, null, 1],
        ['2', null, ''],
        [null, null, ''],
        ['N/A', null, ''],
        [{ error: '#DIV/0!' }, null, ''],
        [5, null, 5],
      ],
      [[3], [2]],
    ]);
    expect(results[1]).toEqual([
      Array.from({ length: 6 }, () => [null, null, '']),
      [[{ error: '#DIV/0!' }], [0]],
    ]);
  },
  2 * MINUTES,
);

test(
  'a file that is no workbook, and an office that never ends, are errors and not waits',
  async () => {
    const text = new TextEncoder().encode('no workbook');
    await expect(
      scoreWithLibreOffice({ file: text, sets: [], reads: [{ sheet: 'Start', address: 'A1' }] }),
    ).rejects.toThrow();
    const job = { file: writeXlsx(sampleDesign()), sets: [], reads: [], timeoutMs: 50 };
    await expect(scoreWithLibreOffice(job)).rejects.toThrow(/within 50 ms/);
  },
  2 * MINUTES,
);
