import {
  EVIDENCE_FIELDS,
  type EvidenceField,
  type EvidenceLine,
  type ItemEvidence,
} from '../assessment/evidence';
import { mergeEvidence, sameEvidence } from '../assessment/merge-evidence';
import { cellText } from '../assessment/read-cell';
import { asReadBack, evidenceCells, readEvidenceLine } from '../assessment/read-evidence';
import { type EvidencePlaces, evidenceHeader, evidenceRows, rawEvidenceLine } from './evidence-places';
import type { WorkbookCells } from './workbook-cells';

/** A line as it shall be. `held` is what stands on the sheet for it now; null for a new line. */
export interface PlannedLine {
  readonly held: HeldLine | null;
  readonly now: ItemEvidence;
}

/** A line of the sheet with its meaning, and the fields that hold something a write would lose: a formula, a text that is no date. */
interface HeldLine {
  readonly line: EvidenceLine;
  readonly kept: ReadonlySet<EvidenceField>;
}

/** A field of a line and what its cell shall hold. */
export type FieldValue = readonly [EvidenceField, string | number | null];

/**
 * The lines that the evidence changes or adds. The same evidence (`sameEvidence`) goes into one line, into one that
 * stands on the sheet where there is one, unless something would be lost by it: then it gets a line of its own.
 */
export function plannedLines(
  cells: WorkbookCells,
  places: EvidencePlaces,
  evidence: readonly ItemEvidence[],
): readonly PlannedLine[] {
  const standing: readonly PlannedLine[] = heldLines(cells, places).map((held) => ({ held, now: held.line }));
  const planned = evidence.reduce(withEvidence, standing);
  const before = new Set(standing);
  return planned.filter((line) => !before.has(line));
}

/** What differs between two states of a line; all of it for a new one. */
export function changedFields(before: ItemEvidence | null, after: ItemEvidence): readonly FieldValue[] {
  const held = before && evidenceCells(before);
  const wanted = evidenceCells(after);
  return EVIDENCE_FIELDS.map((field, i): FieldValue => [field, wanted[i] ?? null]).filter(
    ([, value], i) => value !== (held?.[i] ?? null),
  );
}

/** The line comes into the first of its kind that can take it, or below all others. */
function withEvidence(lines: readonly PlannedLine[], newer: ItemEvidence): readonly PlannedLine[] {
  const wanted = asReadBack(newer);
  for (const [i, { held, now }] of lines.entries()) {
    const says = held === null ? asReadBack(now) : now;
    const merged = sameEvidence(says, wanted) ? mergeEvidence(now, newer) : null;
    if (merged !== null && (held === null || losesNothing(held, merged))) {
      return [...lines.slice(0, i), { held, now: merged }, ...lines.slice(i + 1)];
    }
  }
  return [...lines, { held: null, now: newer }];
}

const losesNothing = ({ line, kept }: HeldLine, merged: ItemEvidence): boolean =>
  changedFields(line, merged).every(([field]) => !kept.has(field));

function heldLines(cells: WorkbookCells, places: EvidencePlaces): readonly HeldLine[] {
  const { sheet } = evidenceHeader(places);
  return evidenceRows(places, cells.end(sheet)).flatMap((row) => {
    const raw = rawEvidenceLine(places, cells.cell, row);
    const line = readEvidenceLine(raw);
    if (line === null) return [];
    const meant = evidenceCells(line);
    const kept = EVIDENCE_FIELDS.filter(
      (field, i) =>
        hasFormula(cells, places, field, row) || (meant[i] === null && cellText(raw[field]) !== ''),
    );
    return [{ line, kept: new Set(kept) }];
  });
}

/** Whether a cell of a line holds a formula, as far as the reader knows. */
export function hasFormula(
  { formula }: WorkbookCells,
  places: EvidencePlaces,
  field: EvidenceField,
  row: number,
): boolean {
  const spot = places[field];
  return spot !== null && (formula?.(spot.sheet, row, spot.column) ?? null) !== null;
}
