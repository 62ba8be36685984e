import type { RawAssessment, RawCell, RawProfile, RawRow } from '../assessment/assessment';
import { cellText } from '../assessment/read-cell';
import type { RawEvidenceLine } from '../assessment/evidence';
import { evidencePlaces, evidenceRows, rawEvidenceLine } from './evidence-places';
import { ANSWER_FIELDS, type AnswerField, PROFILE_FIELDS, type StateRow, type WorkbookMap } from './map';
import { DETAIL_KEY } from './sheets/state-layout';
import { storedText } from './state-writes';

/** A cell by its sheet's name and 0-based place; null where it is empty or there is no such sheet. */
export type CellReader = (sheet: string, row: number, column: number) => RawCell;

/** A cell of the answer block; null where its column is gone. */
export function answerCellOf(map: WorkbookMap, cell: CellReader, row: number, field: AnswerField): RawCell {
  const spot = map.spot(`pointer.${field}`);
  return spot === null ? null : cell(spot.sheet, row, spot.column);
}

/** More rows than this are no answers, whatever a sheet's last used row says. */
const MOST_ROWS = 5000;

/** The 0-based rows that may hold answers: below the header down to `end` (exclusive), wherever a person put them. */
export function answerRowsOf(map: WorkbookMap, end: number): readonly number[] {
  const first = (map.spot('pointer.id')?.row ?? 0) + 1;
  const count = Math.min(end - first, MOST_ROWS);
  return Array.from({ length: Math.max(0, count) }, (_, i) => first + i);
}

/**
 * The answer rows and the lines of the Evidence sheet that are not wholly empty, and the profile, as the cells hold them.
 * `end` is the row after the last used one of the Assessment sheet, `evidenceEnd` that of the Evidence sheet; null where
 * there is none. Where no cell says what to send, `state` is asked what was chosen last.
 */
export function rawAssessmentOf(
  map: WorkbookMap,
  cell: CellReader,
  end: number,
  evidenceEnd: number | null = null,
  state: readonly StateRow[] = [],
): RawAssessment {
  const rows = answerRowsOf(map, end)
    .map((row) => rawRow(map, cell, row))
    .filter(({ row: _, ...cells }) => Object.values(cells).some((value) => value !== null));
  const profile = PROFILE_FIELDS.map((field) => {
    const spot = map.spot(`pointer.${field}`);
    const typed = spot === null ? null : cell(spot.sheet, spot.row, spot.column);
    return [
      field,
      field === 'detail' && cellText(typed) === '' ? storedText(state, DETAIL_KEY) : typed,
    ] as const;
  });
  const evidence = evidenceEnd === null ? null : rawEvidenceOf(map, cell, evidenceEnd);
  return {
    rows,
    profile: Object.fromEntries(profile) as Record<keyof RawProfile, RawCell>,
    ...(evidence === null ? {} : { evidence }),
  };
}

function rawEvidenceOf(map: WorkbookMap, cell: CellReader, end: number): RawEvidenceLine[] | null {
  const places = evidencePlaces(map);
  return (
    places &&
    evidenceRows(places, end)
      .map((row) => rawEvidenceLine(places, cell, row))
      .filter(({ row: _, ...cells }) => Object.values(cells).some((value) => value !== null))
  );
}

function rawRow(map: WorkbookMap, cell: CellReader, row: number): RawRow {
  const cells = ANSWER_FIELDS.map((field) => [field, answerCellOf(map, cell, row, field)] as const);
  return { row: row + 1, ...(Object.fromEntries(cells) as Record<AnswerField, RawCell>) };
}
