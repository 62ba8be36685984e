import { EVIDENCE_FIELDS } from '../../assessment/evidence';
import type { Blueprint } from '../blueprint';
import type { SheetDesign, SheetId } from '../design';
import { EVIDENCE_HEADER_ROW } from '../evidence-layout';
import { ASSESSMENT, BENCHMARK, type References, START } from '../layout';
import { BENCHMARK_META, type PointerKey, WORKBOOK_SCHEMA } from '../map';
import { chosenDetail } from './start-sheet';
import { SheetCanvas } from '../sheet-canvas';
import { SHEET_IDS } from '../sheet-names';
import { ID_KEY } from '../workbook-id';
import { STYLES } from '../styles';
import { HISTORY_HEADER_ROW } from './history-sheet';
import { profileWords, STATE, STATE_VALUES } from './state-layout';
import { RECEIPTS_ROW } from './submission-layout';

/** What the product needs to find and understand the workbook again. Very hidden, unprotected, no secret. */
export function stateSheet(blueprint: Blueprint): SheetDesign {
  const { rubric, words, names, refs, vocabulary, benchmark, cycle } = blueprint;
  const canvas = new SheetCanvas({
    id: 'state',
    name: names.state,
    columns: [30, 60, 3, 34, 20].map((width) => ({ width })),
    veryHidden: true,
    print: { landscape: false, onePage: false, footer: words('sheet.footer') },
  });
  const values = {
    schema: WORKBOOK_SCHEMA,
    'rubric.id': rubric.id,
    'rubric.version': rubric.version,
    language: words.language,
    cycle,
    benchmark: JSON.stringify({ benchmark, fetched: '' }),
    detail: chosenDetail(blueprint),
  };
  STATE_VALUES.forEach((key, row) =>
    canvas.put(row, STATE.key, key, STYLES.helper).put(row, STATE.value, values[key]),
  );
  pointers(refs).forEach(([key, formula], i) => {
    const row = STATE_VALUES.length + i;
    canvas.put(row, STATE.key, key, STYLES.helper).formula(row, STATE.value, formula);
  });
  // Behind all that older workbooks have, too: their rows stay where they are.
  if (blueprint.id !== undefined) {
    const row = STATE_VALUES.length + pointers(refs).length;
    canvas.put(row, STATE.key, ID_KEY, STYLES.helper).put(row, STATE.value, blueprint.id);
  }
  profileWords(vocabulary).forEach(([word, code], row) =>
    canvas.put(row, STATE.word, word).put(row, STATE.code, code),
  );
  return { ...canvas.finish(), protected: false };
}

/** Every spreadsheet keeps these formulas pointing at their cells through renames, sorting and insertions. */
function pointers({ cell }: References): readonly (readonly [PointerKey, string])[] {
  const to = (sheet: SheetId, row: number, column: number) => `=${cell(sheet, row, column)}`;
  const header = (column: number) => to('assessment', ASSESSMENT.headerRow, column);
  const visible = SHEET_IDS.filter((id) => id !== 'state');
  return [
    ...visible.map((id) => [`pointer.sheet.${id}`, to(id, 0, 0)] as const),
    ['pointer.id', header(ASSESSMENT.id)],
    ['pointer.level', header(ASSESSMENT.level)],
    ['pointer.target', header(ASSESSMENT.target)],
    ['pointer.evidence', header(ASSESSMENT.evidence)],
    ['pointer.owner', header(ASSESSMENT.owner)],
    ['pointer.due', header(ASSESSMENT.due)],
    ['pointer.notes', header(ASSESSMENT.notes)],
    ['pointer.organization', to('start', START.profileRow, START.valueColumn)],
    ['pointer.size', to('start', START.profileRow + 1, START.valueColumn)],
    ['pointer.detail', to('start', START.profileRow + 2, START.valueColumn)],
    ['pointer.receipts', to('submission', RECEIPTS_ROW, 0)],
    ['pointer.history', to('history', HISTORY_HEADER_ROW, 0)],
    ['pointer.benchmark.table', to('benchmark', BENCHMARK.tableRow, 0)],
    ...BENCHMARK_META.map(
      (key, i) =>
        [`pointer.benchmark.${key}`, to('benchmark', BENCHMARK.metaRow + i, BENCHMARK.metaColumn)] as const,
    ),
    ...EVIDENCE_FIELDS.map(
      (field, i) => [`pointer.evidence.${field}`, to('evidence', EVIDENCE_HEADER_ROW, i)] as const,
    ),
  ];
}
