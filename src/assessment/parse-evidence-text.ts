import type { ItemId, Rubric } from '../rubric/schema';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { type Evidence, EVIDENCE_FIELDS } from './evidence';
import { active } from './evidence-text';
import { readEvidenceDay, readMoment } from './evidence-time';
import { shown } from './problem-place';

/** Evidence from the clipboard; the item is null where the line names none. */
export interface PastedEvidence extends Evidence {
  readonly item: ItemId | null;
}

/** A line of the pasted text; `line` counts from 1, a cell with line ends in it is still one line. */
interface PastedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads what `evidenceText` wrote, also after a trip through Excel, LibreOffice or Sheets: with or without quotation
 * marks around cells and with a header line. Dates are ISO only, so that none is guessed. Fails in words that name the line
 * with `evidence-text-invalid`, or with `evidence-text-empty`; then nothing of the text is taken.
 */
export function parseEvidenceText(
  text: string,
  rubric: Rubric,
  words: Words,
): Result<readonly PastedEvidence[]> {
  const lines = linesOf(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const ids = new Set(rubric.items.map(({ id }) => id));
  const found: PastedEvidence[] = [];
  for (const [i, line] of lines.entries()) {
    if (i === 0 && isHeader(line)) continue;
    const evidence = evidenceOf(line, ids, rubric, words);
    if (!evidence.ok) return evidence;
    found.push(evidence.value);
  }
  return found.length === 0 ? failed('evidence-text-empty', words('evidence.nothingPasted')) : success(found);
}

/** A header says something in every column, and no date where the times stand. */
const isHeader = ({ cells }: PastedLine): boolean =>
  cells.length === EVIDENCE_FIELDS.length &&
  cells.every((cell) => cell.trim() !== '') &&
  [3, 4, 5].every((column) => !/\d/.test(cells[column] ?? ''));

function evidenceOf(
  { line, cells }: PastedLine,
  ids: ReadonlySet<ItemId>,
  rubric: Rubric,
  words: Words,
): Result<PastedEvidence> {
  const refused = (message: string) => failed('evidence-text-invalid', message);
  const [id = '', title = '', address = '', captured = '', verified = '', day = '', quote = '', note = ''] =
    cells;
  if (cells.slice(EVIDENCE_FIELDS.length).some((cell) => cell.trim() !== '')) {
    return refused(words('evidence.tooManyColumns', { line, columns: EVIDENCE_FIELDS.length }));
  }
  const item = id.trim().toUpperCase();
  if (item !== '' && !ids.has(item)) {
    return refused(words('evidence.unknownItem', { line, item: shown(id), rubric: rubric.title }));
  }
  if ([title, address, quote, note].every((cell) => cell.trim() === '')) {
    return refused(words('evidence.saysNothing', { line }));
  }
  const times = [captured, verified].find((cell) => cell.trim() !== '' && readMoment(cell) === null);
  if (times !== undefined) return refused(words('evidence.notTime', { line, value: shown(times) }));
  if (day.trim() !== '' && readEvidenceDay(day) === null) {
    return refused(words('evidence.notDay', { line, value: shown(day) }));
  }
  return success({
    item: item === '' ? null : item,
    title: active(title),
    address: active(address),
    captured: readMoment(captured),
    verified: readMoment(verified),
    pageDate: readEvidenceDay(day),
    quote: active(quote),
    note: active(note),
  });
}

/** A quotation mark opens a cell only where one closes it too: Excel copies a cell that holds one, and no line end, as it is. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;

function linesOf(text: string): PastedLine[] {
  const source = text.replace(/^\ufeff/, '');
  const cell = new RegExp(CELL);
  const lines: PastedLine[] = [];
  let cells: string[] = [];
  for (let match = cell.exec(source); match !== null; match = cell.exec(source)) {
    const [, marked, plain = '', end] = match;
    cells.push(marked === undefined ? plain : marked.replaceAll('""', '"').replace(/\r\n?/g, '\n'));
    if (end !== '\t') {
      lines.push({ line: lines.length + 1, cells });
      cells = [];
    }
    if (end === '') break;
  }
  return lines;
}
