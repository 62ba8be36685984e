import { compared } from '../../workbook/check/compared';
import { differenceFindings } from '../../workbook/check/difference-findings';
import { itemRows } from '../../workbook/check/item-rows';
import { isMadeFrom } from '../../workbook/check/made-from';
import type { StandingBlock } from '../../workbook/check/standing-block';
import type { WorkbookDesign } from '../../workbook/design';
import { parsePointer, type PointerKey } from '../../workbook/map';
import { storedBenchmark } from '../../workbook/stored-benchmark';
import type { Finding } from '../../workbook/port';
import { SHEET_IDS, type SheetNames } from '../../workbook/sheet-names';
import { sheetTitle } from '../../workbook/sheet-title';
import { columnFindings, sheetFindings } from '../../workbook/structure-findings';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { FileCells } from './file-cells';
import { type Making, namesOf } from './file-known-results';
import type { OpenedFile } from './opened-file';

/**
 * What of our sheets, columns and rows is gone from a file or has another name, and which fixed texts differ: IDs, headings,
 * names, figures. Formulas, dropdowns and locks are left to Excel, which is said. Nothing of it is mended here.
 */
export function verifyFile(
  { cells }: OpenedFile,
  { words }: Making,
  designUnder: (names: SheetNames) => WorkbookDesign,
): Result<readonly Finding[]> {
  if (!cells.ok) {
    const { code, message } = cells.failure;
    return code === 'answers-gone' ? success([answersGone(message)]) : cells;
  }
  const { map } = cells.value;
  const findings = [
    ...SHEET_IDS.flatMap((id) => sheetFindings(id, map.sheets[id], words)),
    ...columnFindings(map, words),
    ...pointerFindings(cells.value, words),
    ...textFindings(cells.value, designUnder, words),
    notCompared(words),
  ];
  return success(findings.map((finding) => leftToExcel(finding, words)));
}

/** Pointers that lead nowhere although what they pointed at is there: some programs keep no formula without a result. */
function pointerFindings({ map, state }: FileCells, words: Words): readonly Finding[] {
  const lost = state.filter(
    ({ key, formula }) =>
      typeof key === 'string' &&
      key.startsWith('pointer.') &&
      parsePointer(formula ?? '') === null &&
      map.spot(key as PointerKey) !== null,
  );
  if (lost.length === 0) return [];
  const message = words('workbook.findingState', { sheet: sheetTitle('state', words), count: lost.length });
  const about = { sheet: 'state', address: null, item: null } as const;
  return [{ code: 'text-changed', ...about, message, remedy: 'repair' }];
}

/** More columns than this are no longer ours. */
const COLUMNS = 60;

function textFindings(
  cells: FileCells,
  designUnder: (names: SheetNames) => WorkbookDesign,
  words: Words,
): readonly Finding[] {
  const { map, state, standing, end } = cells;
  const design = designUnder(namesOf(cells, words));
  const sheets = design.sheets
    .filter(({ id }) => id !== 'state' && map.sheets[id] !== null)
    .map((sheet) => {
      const block: StandingBlock = {
        ...{ row: 0, column: 0, rows: end(sheet.name), columns: COLUMNS },
        cell: (row, column) => standing(sheet.name, row, column).value,
        formula: (row, column) => standing(sheet.name, row, column).formula,
      };
      return { id: sheet.id, design: sheet, block };
    });
  if (!isMadeFrom(map, design, sheets)) return [];
  const stored = storedBenchmark(state, words);
  const { differences, placements } = compared(sheets, map, stored.ok ? stored.value : null, words);
  const rows = placements.get('assessment')?.rows;
  const assessment = sheets.find(({ id }) => id === 'assessment')?.design;
  const missing =
    assessment && rows ? itemRows(assessment).filter(({ row }) => (rows[row] ?? null) === null) : [];
  return [
    ...missing.map(({ id }) => missingRow(id, words)),
    ...differenceFindings(
      differences.filter(({ content }) => content === null || typeof content !== 'object'),
      words,
    ),
  ];
}

const missingRow = (item: string, words: Words): Finding => ({
  code: 'row-missing',
  ...{ sheet: 'assessment', address: null, item },
  message: words('workbook.findingRow', { item }),
  remedy: 'repair',
});

const notCompared = (words: Words): Finding => ({
  code: 'not-compared',
  ...{ sheet: 'assessment', address: null, item: null },
  message: words('file.notCompared'),
  remedy: 'accept',
});

/** Drawing sheets and rows again takes Excel and the add-in in it. */
function leftToExcel(finding: Finding, words: Words): Finding {
  if (finding.remedy !== 'repair') return finding;
  const message = words('file.repairInExcel', { finding: finding.message });
  return { ...finding, message, remedy: 'manual' };
}

const answersGone = (message: string): Finding => ({
  code: 'answer-column-missing',
  sheet: 'assessment',
  address: null,
  item: null,
  message,
  remedy: 'manual',
});
