import type { RawCell } from '../assessment/assessment';
import { EVIDENCE_FIELDS, type EvidenceField, type RawEvidenceLine } from '../assessment/evidence';
import { EVIDENCE_HEADER_ROW } from './evidence-layout';
import type { Spot, WorkbookMap } from './map';
import type { CellReader } from './raw-assessment';

/** The header cell of each column of the Evidence sheet; null for a column that is gone. */
export type EvidencePlaces = Readonly<Record<EvidenceField, Spot | null>>;

/** More rows than this are not lines of evidence, whatever a sheet's last used row says. */
const MOST_ROWS = 5000;

/**
 * Where the Evidence columns are now. A workbook that was made before they had pointers is read as it was designed, from
 * its sheet's first cell on. Null where there is no Evidence sheet.
 */
export function evidencePlaces(map: WorkbookMap): EvidencePlaces | null {
  if (map.sheets.evidence === null) return null;
  const pointed = placesOf((field) => map.spot(`pointer.evidence.${field}`));
  if (EVIDENCE_FIELDS.some((field) => pointed[field] !== null)) return pointed;
  const corner = map.spot('pointer.sheet.evidence');
  return (
    corner &&
    placesOf((_, i) => ({ ...corner, row: corner.row + EVIDENCE_HEADER_ROW, column: corner.column + i }))
  );
}

/** The sheet of the Evidence columns and the 0-based row of their header. */
export function evidenceHeader(places: EvidencePlaces): { readonly sheet: string; readonly row: number } {
  const spot = EVIDENCE_FIELDS.map((field) => places[field]).find((place) => place !== null);
  if (!spot) throw new Error('No column of the Evidence sheet has a place');
  return spot;
}

/** The 0-based rows from the header down to `end` (exclusive), empty ones among them. */
export function evidenceRows(places: EvidencePlaces, end: number): readonly number[] {
  const first = evidenceHeader(places).row + 1;
  const count = Math.min(end - first, MOST_ROWS);
  return Array.from({ length: Math.max(0, count) }, (_, i) => first + i);
}

/** A line of the Evidence sheet as its cells hold it, by its 0-based row; the column that is gone is empty. */
export function rawEvidenceLine(places: EvidencePlaces, cell: CellReader, row: number): RawEvidenceLine {
  const cells = EVIDENCE_FIELDS.map((field): [EvidenceField, RawCell] => {
    const spot = places[field];
    return [field, spot === null ? null : cell(spot.sheet, row, spot.column)];
  });
  return { row: row + 1, ...(Object.fromEntries(cells) as Record<EvidenceField, RawCell>) };
}

const placesOf = (place: (field: EvidenceField, index: number) => Spot | null): EvidencePlaces =>
  Object.fromEntries(EVIDENCE_FIELDS.map((field, i) => [field, place(field, i)])) as EvidencePlaces;
