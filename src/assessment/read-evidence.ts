import type { RawCell } from './assessment';
import { type EvidenceLine, EVIDENCE_FIELDS, type ItemEvidence, type RawEvidenceLine } from './evidence';
import { active } from './evidence-text';
import { evidenceSerial, readEvidenceDay, readMoment } from './evidence-time';
import { cellText, readText } from './read-cell';

/**
 * Reads meaning into a line of the Evidence sheet; null where the line is empty. The item is compared as MATCH and
 * COUNTIFS do: the whole cell, whatever its letter case. A time that cannot be read is null and stays in its cell.
 */
export function readEvidenceLine(raw: RawEvidenceLine): EvidenceLine | null {
  if (EVIDENCE_FIELDS.every((field) => cellText(raw[field]) === '')) return null;
  return {
    row: raw.row,
    item: readText(raw.item).toUpperCase(),
    title: evidenceTextOf(raw.title),
    address: evidenceTextOf(raw.address),
    captured: readMoment(raw.captured),
    verified: readMoment(raw.verified),
    pageDate: readEvidenceDay(raw.pageDate),
    quote: evidenceTextOf(raw.quote),
    note: evidenceTextOf(raw.note),
  };
}

/**
 * What the cells of a line shall hold, in the order of EVIDENCE_FIELDS: text, or null for nothing, and serials of the
 * 1900 date system for the times (UTC, to the minute) and the day.
 */
export function evidenceCells(evidence: ItemEvidence): readonly (string | number | null)[] {
  const { item, title, address, captured, verified, pageDate, quote, note } = evidence;
  const text = (value: string) => (value === '' ? null : value);
  const serial = (value: string | null) => (value === null ? null : evidenceSerial(value));
  return [
    text(item),
    text(title),
    text(address),
    serial(captured),
    serial(verified),
    serial(pageDate),
    text(quote),
    text(note),
  ];
}

/** Evidence with its texts as they are read once they were written into cells. */
export const asReadBack = (evidence: ItemEvidence): ItemEvidence => ({
  ...evidence,
  title: evidenceTextOf(evidence.title),
  address: evidenceTextOf(evidence.address),
  quote: evidenceTextOf(evidence.quote),
});

/** Line ends as LF. A mark that kept pasted text from being a formula may still stand before it: not every spreadsheet eats it. */
const evidenceTextOf = (cell: RawCell): string => active(readText(cell).replace(/\r\n?/g, '\n'));
