import { drawWorkbook } from '../../src/excel/draw-workbook';
import {
  EVIDENCE_COUNTED_ROWS,
  EVIDENCE_HEADER_ROW,
  EVIDENCE_ROWS,
} from '../../src/workbook/evidence-layout';
import { SHEET_IDS } from '../../src/workbook/sheet-names';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jsp } from '../load-rubric';
import { jspDesign } from '../oracles/design';
import { type OfficeWrite, scoreWithLibreOffice } from '../oracles/libreoffice';
import { withExcel } from '../sandbox/load-excel';

const FIRST = EVIDENCE_HEADER_ROW + 2;
const COUNTS = `N7:N${6 + jsp.items.length}`;

/** Lines of the Evidence sheet by their row, 1-based, and what the Assessment sheet shall count of them. */
const SETS: readonly {
  readonly lines: Readonly<Record<number, string | number>>;
  readonly counts: Readonly<Record<string, number>>;
}[] = [
  { lines: {}, counts: {} },
  {
    lines: {
      [FIRST]: 'ORG-01',
      [FIRST + 1]: 'RSK-02',
      [FIRST + 2]: 'org-01',
      [FIRST + 3]: 'ORG-01 ',
      [FIRST + 4]: 'ORG',
      [FIRST + 5]: '*',
      [FIRST + 6]: 'ORG-0?',
      [FIRST + 7]: 0,
      [FIRST + EVIDENCE_ROWS - 1]: 'CMP-08',
      [FIRST + EVIDENCE_COUNTED_ROWS - 1]: 'CMP-08',
      [FIRST + EVIDENCE_COUNTED_ROWS]: 'CMP-08',
    },
    counts: { 'ORG-01': 2, 'RSK-02': 1, 'CMP-08': 2 },
  },
];
const expected = SETS.map(({ counts }) => jsp.items.map(({ id }) => counts[id] ?? ''));

it('is counted by LibreOffice on the row of its item, with nothing shown for none', async () => {
  const writes = SETS.map(({ lines }) =>
    Object.entries(lines).map(([row, id]): OfficeWrite => ({
      sheet: 'Evidence',
      address: `A${row}`,
      values: [[id]],
    })),
  );
  const reads = [{ sheet: 'Assessment', address: COUNTS }];
  const { results } = await scoreWithLibreOffice({ file: writeXlsx(jspDesign()), sets: writes, reads });
  expect(results.map(([counts = []]) => counts.map(([count]) => count))).toEqual(expected);
}, 60_000);

it('is counted so in the workbook that Office.js draws', async () => {
  const excel = await withExcel();
  excel.reset();
  const counted: unknown[][] = [];
  await Excel.run(async (context) => {
    await drawWorkbook(context, jspDesign(), new Set(SHEET_IDS), {
      supports: () => true,
      onProgress: () => undefined,
      onAdded: () => undefined,
    });
    const evidence = context.workbook.worksheets.getItem('Evidence');
    evidence.protection.unprotect();
    for (const { lines } of SETS) {
      for (const [row, id] of Object.entries(lines)) {
        evidence.getRange(`A${row}`).formulas = [[typeof id === 'string' ? `'${id}` : id]];
      }
      const counts = context.workbook.worksheets.getItem('Assessment').getRange(COUNTS).load('values');
      await context.sync();
      counted.push(counts.values.map(([count]) => count as unknown));
    }
  });
  expect(counted).toEqual(expected);
}, 60_000);
