import type { Rubric } from '../../rubric/schema';
import { rowsOfIds } from '../../workbook/answer-rows';
import { parsePointer, type PointerKey } from '../../workbook/map';
import type { Finding } from '../../workbook/port';
import { SHEET_IDS } from '../../workbook/sheet-names';
import { sheetTitle } from '../../workbook/sheet-title';
import { columnFindings, sheetFindings } from '../../workbook/structure-findings';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { FileCells } from './file-cells';
import type { OpenedFile } from './opened-file';

/** What of our sheets, columns and rows is gone from a file or has another name. Nothing of it is mended here. */
export function verifyFile({ cells }: OpenedFile, rubric: Rubric, words: Words): Result<readonly Finding[]> {
  if (!cells.ok) {
    const { code, message } = cells.failure;
    return code === 'answers-gone' ? success([answersGone(message)]) : cells;
  }
  const { map } = cells.value;
  const findings = [
    ...SHEET_IDS.flatMap((id) => sheetFindings(id, map.sheets[id], words)),
    ...columnFindings(map, words),
    ...pointerFindings(cells.value, words),
    ...rowFindings(cells.value, rubric, words),
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

function rowFindings(cells: FileCells, rubric: Rubric, words: Words): readonly Finding[] {
  const { id, version } = cells.map.rubric;
  // Another rubric has other items: which of them are missing is for the build that knows it.
  if (id !== rubric.id || version !== rubric.version) return [];
  const rows = rowsOfIds(cells);
  return rubric.items
    .filter((item) => !rows.has(item.id))
    .map((item): Finding => {
      const message = words('workbook.findingRow', { item: item.id });
      const about = { sheet: 'assessment', address: null, item: item.id } as const;
      return { code: 'row-missing', ...about, message, remedy: 'repair' };
    });
}

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
