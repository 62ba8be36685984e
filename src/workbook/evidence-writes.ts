import { EVIDENCE_FIELDS, type EvidenceLine, type ItemEvidence } from '../assessment/evidence';
import { readEvidenceLine } from '../assessment/read-evidence';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { CellWrite } from './cell-writes';
import { EVIDENCE_HEADINGS } from './evidence-headings';
import { EVIDENCE_COUNTED_ROWS } from './evidence-layout';
import { changedFields, type FieldValue, hasFormula, plannedLines } from './evidence-lines';
import {
  evidenceHeader,
  evidencePlaces,
  type EvidencePlaces,
  evidenceRows,
  rawEvidenceLine,
} from './evidence-places';
import type { EvidenceSaved } from './port';
import { sheetGone } from './sheet-gone';
import type { WorkbookCells } from './workbook-cells';

/**
 * What adds evidence to the Evidence sheet. A line of the same item and address is brought up to date; everything else
 * goes into wholly empty lines below the last used one, and into gaps above it where there are too few. All of it or
 * none: `sheet-gone`, `column-gone` (what belongs there would be lost), `evidence-full`.
 */
export function addEvidenceWrites(
  cells: WorkbookCells,
  evidence: readonly ItemEvidence[],
  words: Words,
): Result<{ readonly writes: readonly CellWrite[]; readonly saved: EvidenceSaved }> {
  const places = evidencePlaces(cells.map);
  if (places === null) return sheetGone('evidence', words);
  const { sheet } = evidenceHeader(places);
  const gone = EVIDENCE_FIELDS.find((field) => places[field] === null);
  if (gone !== undefined) {
    const values = { column: words(EVIDENCE_HEADINGS[gone]), sheet };
    return failed('column-gone', words('workbook.evidenceColumnGone', values));
  }
  const planned = plannedLines(cells, places, evidence);
  const updated = planned.flatMap(({ held, now }) => (held === null ? [] : [{ before: held.line, now }]));
  const added = planned.flatMap(({ held, now }) => (held === null ? [now] : []));
  const rows = freeRows(cells, places).slice(0, added.length);
  if (rows.length < added.length) {
    const count = added.length - rows.length;
    return failed('evidence-full', words('workbook.evidenceFull', { sheet, count }));
  }
  const writes = [
    ...updated.flatMap(({ before, now }) => lineWrites(places, before.row - 1, changedFields(before, now))),
    ...rows.flatMap((row, i) => {
      const now = added[i];
      return now === undefined ? [] : lineWrites(places, row, changedFields(null, now));
    }),
  ];
  return success({ writes, saved: { added: added.length, updated: updated.length } });
}

/** What empties a line of the Evidence sheet: `line-changed` where it no longer says what `line` says, `sheet-gone`. */
export function removeEvidenceWrites(
  { map, cell }: WorkbookCells,
  line: EvidenceLine,
  words: Words,
): Result<readonly CellWrite[]> {
  const places = evidencePlaces(map);
  if (places === null) return sheetGone('evidence', words);
  const { sheet, row: header } = evidenceHeader(places);
  const row = line.row - 1;
  const found = row > header ? readEvidenceLine(rawEvidenceLine(places, cell, row)) : null;
  if (found === null || !EVIDENCE_FIELDS.every((field) => found[field] === line[field])) {
    return failed('line-changed', words('workbook.lineChanged', { row: line.row, sheet }));
  }
  return success(
    lineWrites(
      places,
      row,
      EVIDENCE_FIELDS.map((field) => [field, null]),
    ),
  );
}

/** The 0-based rows whose evidence cells are all empty, as far down as the formulas count: those below everything first. */
function freeRows(cells: WorkbookCells, places: EvidencePlaces): readonly number[] {
  const { row: header } = evidenceHeader(places);
  const rows = evidenceRows(places, header + 1 + EVIDENCE_COUNTED_ROWS);
  const isFree = (row: number) => {
    const raw = rawEvidenceLine(places, cells.cell, row);
    return EVIDENCE_FIELDS.every((field) => raw[field] === null && !hasFormula(cells, places, field, row));
  };
  const lastUsed = rows.filter((row) => !isFree(row)).at(-1) ?? header;
  return [...rows.filter((row) => row > lastUsed), ...rows.filter((row) => row < lastUsed && isFree(row))];
}

/** Cells of a line, those side by side in one write. */
function lineWrites(
  places: EvidencePlaces,
  row: number,
  values: readonly FieldValue[],
): readonly CellWrite[] {
  const cells = values
    .flatMap(([field, value]) => {
      const spot = places[field];
      return spot === null ? [] : [{ sheet: spot.sheet, column: spot.column, value }];
    })
    .sort((a, b) => a.column - b.column);
  return cells.reduce<readonly CellWrite[]>((writes, { sheet, column, value }) => {
    const last = writes.at(-1);
    const [line] = last?.values ?? [];
    if (last === undefined || line === undefined || last.column + line.length !== column) {
      return [...writes, { sheet, row, column, values: [[value]] }];
    }
    return [...writes.slice(0, -1), { ...last, values: [[...line, value]] }];
  }, []);
}
