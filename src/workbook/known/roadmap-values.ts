import type { RawCell } from '../../assessment/assessment';
import type { ItemId } from '../../rubric/schema';
import { rowsThatStand } from './calculation-stands';
import type { PlacedValue } from './placed-value';
import type { WorkbookFacts } from './workbook-facts';

const FIRST_ROW = 4;
/** The helper that finds the line's item; all other columns look at it. */
const FOUND = 11;

/** The Roadmap: a line an item with a gap, in the engine's order; empty texts below. */
export function roadmapValues(facts: WorkbookFacts): readonly PlacedValue[] {
  const { rubric, scores, names } = facts;
  const standing = rowsThatStand(facts, names.roadmap, FOUND);
  return rubric.items.flatMap((_, index) => {
    if (!standing.has(FIRST_ROW + index)) return [];
    const id = scores.roadmap[index];
    const line = id === undefined ? EMPTY_LINE : lineOf(id, index + 1, facts);
    return line.flatMap((value, column) =>
      value === null ? [] : [{ row: FIRST_ROW + index, column, value }],
    );
  });
}

/** Rank to due date, then the helper. */
const EMPTY_LINE: readonly (string | number)[] = [...Array.from({ length: FOUND }, () => ''), 0];

function lineOf(id: ItemId, rank: number, facts: WorkbookFacts): readonly (string | number | null)[] {
  const { rubric, scores, assessment, words, rowOf } = facts;
  const index = rubric.items.findIndex((item) => item.id === id);
  const item = rubric.items[index];
  const entry = assessment.entries.get(id);
  const score = scores.items.get(id);
  const row = rowOf.get(id);
  if (!item || !score || !row || entry?.answer.state !== 'rated')
    throw new Error(`No gap is known for ${id}`);
  const domain = rubric.domains.find((candidate) => candidate.id === item.domain)?.name ?? item.domain;
  const { level } = entry.answer;
  const next = item.levels[level + 1] ?? words('sheet.highest');
  const [owner, due] = [textShown(row.owner), typeof row.due === 'number' ? row.due : textShown(row.due)];
  const line = [rank, id, domain, item.title, level, entry.target, score.gap, score.gain, next];
  return [...line, owner, due, index + 1];
}

/** `cell&""`; null where it would take knowing how this spreadsheet writes a number or a truth value as text. */
function textShown(cell: RawCell): string | null {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  return typeof cell === 'object' ? '' : null;
}
