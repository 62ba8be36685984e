import type { Entry, RawRow } from '../../assessment/assessment';
import { EVIDENCE_FIELDS } from '../../assessment/evidence';
import { readTarget, saysNotApplicable } from '../../assessment/read-cell';
import type { RubricItem } from '../../rubric/schema';
import { EVIDENCE_COUNTED_ROWS, EVIDENCE_HEADER_ROW } from '../evidence-layout';
import { ASSESSMENT as A } from '../layout';
import { rowsThatStand } from './calculation-stands';
import type { PlacedValue } from './placed-value';
import { foldedId, type WorkbookFacts } from './workbook-facts';

/** What the Assessment's formulas show: how far one is and, in each row that its own look-up still serves, the item's state. */
export function assessmentValues(facts: WorkbookFacts): readonly PlacedValue[] {
  const items = new Map(facts.rubric.items.map((item, index) => [item.id, { item, index }]));
  const standing = rowsThatStand(facts, facts.names.assessment, A.rubricRow);
  const listed = listedLines(facts);
  const rows = facts.rows.flatMap((raw, i): readonly PlacedValue[] => {
    const row = A.firstRow + i;
    if (!standing.has(row)) return [];
    const place = (column: number, value: string | number) => ({ row, column, value });
    if (raw.id === null) {
      const empty = [A.meaning, A.next, A.check, A.state, ...LEVEL_COLUMNS].map((column) =>
        place(column, ''),
      );
      return [place(A.rubricRow, 0), ...empty];
    }
    const found = items.get(foldedId(raw.id));
    const entry = found && facts.assessment.entries.get(found.item.id);
    if (!found || !entry) return [];
    return [
      place(A.rubricRow, found.index + 1),
      place(A.state, entry.answer.state === 'rated' ? entry.answer.level : entry.answer.state),
      place(A.meaning, descriptor(found.item, entry, 0, facts)),
      place(A.next, descriptor(found.item, entry, 1, facts)),
      place(A.check, check(entry, facts)),
      ...LEVEL_COLUMNS.map((column, level) => place(column, found.item.levels[level] ?? '')),
      ...(listed === null ? [] : [place(A.listed, listed.get(found.item.id) ?? '')]),
    ];
  });
  return [{ row: PROGRESS.row, column: PROGRESS.column, value: progress(facts) }, ...rows];
}

const LEVEL_COLUMNS = [0, 1, 2, 3, 4, 5].map((level) => A.levels + level);
const PROGRESS = { row: 3, column: 0 } as const;

/** How many lines the Evidence sheet has for each item that has one; null where a formula names an item. */
function listedLines({ cells, names }: WorkbookFacts): ReadonlyMap<string, number> | null {
  const counts = new Map<string, number>();
  for (let i = 1; i <= EVIDENCE_COUNTED_ROWS; i += 1) {
    const { value, formula } = cells(names.evidence, EVIDENCE_HEADER_ROW + i, ITEM_COLUMN);
    if (formula !== null) return null;
    const id = foldedId(value);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const ITEM_COLUMN = EVIDENCE_FIELDS.indexOf('item');

/** The descriptor of the level reached (step 0) or of the next one (step 1). */
function descriptor(item: RubricItem, { answer }: Entry, step: 0 | 1, { words }: WorkbookFacts): string {
  if (answer.state !== 'rated') return '';
  return item.levels[answer.level + step] ?? words('sheet.highest');
}

/** What is wrong with the row, in words, first things first. */
function check(entry: Entry, facts: WorkbookFacts): string {
  const { words, vocabulary, rows, rowOf } = facts;
  const answerWords = { na: words('answer.na'), unknown: words('answer.unknown') };
  const counts = rowOf.get(entry.id);
  if (rows.filter(({ id }) => foldedId(id) === entry.id).length > 1) return words('sheet.checkDuplicate');
  const { state } = entry.answer;
  if (state === 'invalid') {
    const key = saysNotApplicable(counts?.level ?? null, vocabulary) ? 'checkReason' : 'checkLevel';
    return words(`sheet.${key}`, answerWords);
  }
  if (!targetIsValid(counts)) return words('sheet.checkTarget');
  const texts = { blank: 'checkBlank', unknown: 'checkUnknown', na: 'checkNa', rated: 'checkOk' } as const;
  return words(`sheet.${texts[state]}`);
}

const targetIsValid = (row: RawRow | undefined): boolean => readTarget(row?.target ?? null).valid;

function progress({ scores: { overall }, words }: WorkbookFacts): string {
  const { rated, applicable, histogram } = overall;
  const answered = `${rated} ${words('sheet.progressOf')} ${applicable} ${words('sheet.progressRated')}`;
  return `${answered} · ${histogram.blank} ${words('sheet.progressOpen')}`;
}
