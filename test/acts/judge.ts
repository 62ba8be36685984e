import type { Assessment, RawCell } from '../../src/assessment/assessment';
import { errorsIn, readAssessment } from '../../src/assessment/read-assessment';
import type { Finding } from '../../src/workbook/port';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { published, vocabulary } from '../oracles/design';
import { differences, expectedSheet } from '../oracles/expected-sheet';
import type { Seen, Shown } from './bench';
import type { Places } from './places';

/** In the Owner column of each item's row from the start, and of no act: says whose row it is, whatever else is gone. */
export const markOf = (item: string): string => `owner of ${item}`;

/** The rows that a person gave each item, by their marks. */
export function markedRows(seen: Seen, places: Places): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  const column = places.columns.owner;
  if (column === null) return rows;
  seen.cells.forEach((cells, row) => {
    const mark = cells[column];
    if (typeof mark !== 'string' || !mark.startsWith('owner of ')) return;
    const item = mark.slice('owner of '.length);
    rows.set(item, [...(rows.get(item) ?? []), row]);
  });
  return rows;
}

/** What pane, sheet and the person do not agree on; empty where all is well, also where the pane says that it cannot read. */
export function disagreements(seen: Seen, places: Places): readonly string[] {
  if (!seen.read.ok) return [];
  const assessment = assessmentOf(seen);
  return [...shownOtherwise(seen.shown, assessment), ...tornAnswers(seen, places, assessment)];
}

/** The structure that reading itself complains of. */
export function complaints(seen: Seen): readonly string[] {
  if (!seen.read.ok) return [seen.read.failure.message];
  return assessmentOf(seen)
    .problems.filter(({ code }) => STRUCTURE.has(code))
    .map(({ message }) => message);
}

/** Findings that say of something that it is wrong, not only that it looks otherwise. */
export const serious = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code, remedy }) => remedy !== 'accept' && !LOOKS.has(code));

/** Every answer that a person gave, by whose row it stands in: what no repair may change. */
export function answersGiven(seen: Seen, places: Places): string {
  const { level, target, notes } = places.columns;
  const of = (row: number) => [level, target, notes].map((c) => (c === null ? null : seen.cells[row]?.[c]));
  return JSON.stringify([...markedRows(seen, places)].map(([item, rows]) => [item, rows.map(of)]).sort());
}

const STRUCTURE: ReadonlySet<string> = new Set(['item-missing', 'item-duplicate', 'item-unknown']);
/** Nothing that a score could hang on. */
const LOOKS: ReadonlySet<string> = new Set([
  'protection-removed',
  'validation-missing',
  'lock-changed',
  'sheet-copied',
]);

function assessmentOf({ read }: Seen): Assessment {
  if (!read.ok) throw new Error(read.failure.message);
  return readAssessment(read.value, { rubric: jsp, words, vocabulary });
}

function shownOtherwise({ scorecard, itemMean, roadmap, bytes }: Shown, assessment: Assessment): string[] {
  const [benchmark] = published;
  if (!benchmark) throw new Error('No published benchmark');
  const expected = expectedSheet(jsp, assessment, benchmark);
  const ids = roadmap.filter((id) => id !== '' && id !== null);
  const sent = typeof bytes === 'string' && bytes.startsWith('{') ? bytes : null;
  return [
    ...differences(scorecard, expected.scorecard, 'scorecard'),
    ...differences([[itemMean]], [[expected.itemMean]], 'item mean'),
    ...(JSON.stringify(ids) === JSON.stringify(expected.roadmap) ? [] : [`the roadmap is ${ids.join(' ')}`]),
    // The sheet cannot see every error that keeps the pane from sending; the pane names each.
    ...(sent === expected.bytes || (expected.bytes === null && errorsIn(assessment).length > 0)
      ? []
      : [`the bytes are ${String(bytes)}, not ${String(expected.bytes)}`]),
  ];
}

/** Items whose answer is read from another row than the one that the person gave them. */
function tornAnswers(seen: Seen, places: Places, assessment: Assessment): string[] {
  const marked = markedRows(seen, places);
  return jsp.items.flatMap(({ id }) => {
    const own = marked.get(id)?.[0];
    const entry = assessment.entries.get(id);
    const read = entry?.row === null || entry === undefined ? null : entry.row - 1;
    if (own === undefined)
      return entry && isAnswered(seen, read, places) ? [`${id} has an answer that nobody gave it`] : [];
    if (read === own) return [];
    return [`${id} is read from row ${read === null ? 'none' : read + 1}, its answer is in row ${own + 1}`];
  });
}

function isAnswered(seen: Seen, row: number | null, { columns }: Places): boolean {
  const cell = (column: number | null): RawCell =>
    row === null || column === null ? null : (seen.cells[row]?.[column] ?? null);
  return cell(columns.level) !== null || cell(columns.owner) !== null;
}
