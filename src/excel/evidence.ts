import { EVIDENCE_FIELDS, type EvidenceLine, type ItemEvidence } from '../assessment/evidence';
import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { CellWrite } from '../workbook/cell-writes';
import { evidenceHeader, evidencePlaces } from '../workbook/evidence-places';
import { addEvidenceWrites, removeEvidenceWrites } from '../workbook/evidence-writes';
import type { WorkbookMap } from '../workbook/map';
import type { EvidenceSaved } from '../workbook/port';
import { openCells, type OpenCells } from './open-workbook';
import { joinedWrites, rangeOf, writeCells } from './write-cells';

/** Adds evidence to the Evidence sheet, all of it or none; four syncs. */
export async function addEvidence(
  context: Excel.RequestContext,
  evidence: readonly ItemEvidence[],
  words: Words,
): Promise<Result<EvidenceSaved>> {
  const opened = await openCells(context, words, evidenceSheets);
  if (!opened.ok) return opened;
  const planned = addEvidenceWrites(opened.value.cells, evidence, words);
  if (!planned.ok) return planned;
  await writeLines(context, opened.value, planned.value.writes);
  return success(planned.value.saved);
}

/** Empties a line of the Evidence sheet; four syncs. */
export async function removeEvidence(
  context: Excel.RequestContext,
  line: EvidenceLine,
  words: Words,
): Promise<Result<void>> {
  const opened = await openCells(context, words, evidenceSheets);
  if (!opened.ok) return opened;
  const writes = removeEvidenceWrites(opened.value.cells, line, words);
  if (!writes.ok) return writes;
  await writeLines(context, opened.value, writes.value);
  return success(undefined);
}

const evidenceSheets = (map: WorkbookMap) => {
  const places = evidencePlaces(map);
  return places ? EVIDENCE_FIELDS.map((field) => places[field]?.sheet) : [];
};

/**
 * Writes lines, also below those that were drawn as cells to fill: such cells are locked, and show a date as a number. A
 * protected sheet is opened only where it has to be: somebody may have given it a password.
 */
async function writeLines(
  context: Excel.RequestContext,
  { cells: { map }, guarded }: OpenCells,
  writes: readonly CellWrite[],
): Promise<void> {
  const places = evidencePlaces(map);
  if (places === null || writes.length === 0) return;
  const firstLine = evidenceHeader(places).row + 1;
  const targets = joinedWrites(writes).map((write) => {
    const range = loadLooks(rangeOf(context, write));
    const drawn = loadLooks(rangeOf(context, { ...write, row: firstLine, values: write.values.slice(0, 1) }));
    return { write, range, drawn };
  });
  await context.sync();
  const locked = targets.filter(({ range }) => hasLocked(range));
  const names = new Set(locked.map(({ write }) => write.sheet));
  writeCells(context, writes, new Map([...guarded].filter(([name]) => names.has(name))), () => {
    for (const { range, drawn } of locked) range.numberFormat = formatsOf(range, drawn);
  });
  await context.sync();
}

function loadLooks(range: Excel.Range): Excel.Range {
  range.load(['numberFormat', 'format/protection/locked']);
  return range;
}

/** Whether any of its cells is locked: Excel says null where only some are. */
const hasLocked = (range: Excel.Range): boolean =>
  (range.format.protection.locked as boolean | null) !== false;

/** The formats of the cells; where one has none, that of the first line. */
function formatsOf(range: Excel.Range, drawn: Excel.Range): string[][] {
  const formats = range.numberFormat as string[][];
  const designed = drawn.numberFormat as string[][];
  return formats.map((line) =>
    line.map((format, i) => (format === 'General' ? (designed[0]?.[i] ?? format) : format)),
  );
}
