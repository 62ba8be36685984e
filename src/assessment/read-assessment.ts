import type { ItemId, Rubric, RubricItem } from '../rubric/schema';
import type { ItemInput } from '../scoring/answer';
import type { Words } from '../words/words';
import type { Assessment, Entry, Problem, Profile, RawAssessment, RawProfile, RawRow } from './assessment';
import { evidenceByItem } from './evidence-by-item';
import { cellText, idOf, readAnswer, readDay, readTarget, readText, saysNotApplicable } from './read-cell';
import { evidenceProblems } from './evidence-problems';
import { levelFault, targetFault } from './nearly-level';
import { placeOf, shown } from './problem-place';
import { readEvidenceLine } from './read-evidence';
import { folded, type Vocabulary } from './vocabulary';

export interface ReadingContext {
  readonly rubric: Rubric;
  readonly words: Words;
  readonly vocabulary: Vocabulary;
}

/** Reads meaning into raw cells: one entry for every item, found by id, and every problem in words. Order of rows does not matter. */
export function readAssessment(raw: RawAssessment, context: ReadingContext): Assessment {
  const rows = rowsById(raw.rows);
  const entries = new Map<ItemId, Entry>();
  const problems: Problem[] = [];
  for (const item of context.rubric.items) {
    const [row, ...copies] = rows.get(item.id) ?? [];
    entries.set(item.id, entryOf(item, row, context));
    problems.push(
      ...(row === undefined ? [missing(item, context)] : rowProblems(item, row, copies, context)),
    );
  }
  const { profile, problems: profileProblems } = readProfile(raw.profile, context);
  const lines = (raw.evidence ?? []).map(readEvidenceLine).filter((line) => line !== null);
  // A file of answers has no sheet to list evidence on: there, nothing is missing.
  const doubts = raw.evidence === undefined ? [] : evidenceProblems(entries, lines, context);
  return {
    entries,
    profile,
    problems: [...problems, ...strangers(rows, context), ...profileProblems, ...doubts],
    evidence: evidenceByItem(lines, context.rubric),
  };
}

/** What a scorer needs of an assessment. */
export const inputsOf = (assessment: Assessment): ReadonlyMap<ItemId, ItemInput> => assessment.entries;

/** The problems that make answers invalid; what is left is work to do. */
export const errorsIn = (assessment: Assessment): readonly Problem[] =>
  assessment.problems.filter((problem) => problem.severity === 'error');

function rowsById(rows: readonly RawRow[]): ReadonlyMap<string, readonly RawRow[]> {
  const byId = new Map<string, RawRow[]>();
  for (const row of rows) {
    const id = idOf(row.id);
    if (id === '') continue;
    const same = byId.get(id);
    if (same) same.push(row);
    else byId.set(id, [row]);
  }
  return byId;
}

function entryOf(item: RubricItem, row: RawRow | undefined, { vocabulary }: ReadingContext): Entry {
  if (row === undefined) {
    const nothing = { evidence: '', owner: '', due: '', notes: '' };
    return { id: item.id, answer: { state: 'blank' }, target: null, ...nothing, row: null };
  }
  return {
    id: item.id,
    answer: readAnswer(row.level, row.notes, vocabulary),
    target: readTarget(row.target).target,
    evidence: readText(row.evidence),
    owner: readText(row.owner),
    due: readDay(row.due),
    notes: readText(row.notes),
    row: row.row,
  };
}

function rowProblems(
  item: RubricItem,
  row: RawRow,
  copies: readonly RawRow[],
  context: ReadingContext,
): Problem[] {
  const { words, vocabulary } = context;
  const at = { item: item.id, row: row.row };
  const place = placeOf(item.id, row.row, words);
  const problems: Problem[] = [];
  if (typeof row.id === 'string' && row.id.toUpperCase() !== item.id) {
    const message = words('problem.idSpaced', { place, id: row.id });
    problems.push({ code: 'id-spaced', severity: 'error', message, field: 'id', ...at });
  }
  const { state } = readAnswer(row.level, row.notes, vocabulary);
  if (state === 'blank') {
    problems.push({
      code: 'unanswered',
      severity: 'todo',
      message: words('problem.unanswered', { place }),
      field: 'level',
      ...at,
    });
  } else if (state === 'invalid' && saysNotApplicable(row.level, vocabulary)) {
    problems.push({
      code: 'na-without-reason',
      severity: 'error',
      message: words('problem.naWithoutReason', { place }),
      field: 'notes',
      ...at,
    });
  } else if (state === 'invalid') {
    const message = levelFault(row.level, place, context);
    problems.push({ code: 'level-invalid', severity: 'error', message, field: 'level', ...at });
  }
  if (!readTarget(row.target).valid) {
    const message = targetFault(row.target, place, context);
    problems.push({ code: 'target-invalid', severity: 'error', message, field: 'target', ...at });
  }
  for (const copy of copies) {
    problems.push({
      code: 'item-duplicate',
      severity: 'error',
      message: duplicateText(item.id, row.row, copy.row, words),
      field: 'id',
      item: item.id,
      row: copy.row,
    });
  }
  return problems;
}

/** A file has no row numbers to name. */
const duplicateText = (item: string, first: number | null, row: number | null, words: Words): string =>
  first === null || row === null
    ? words('problem.answeredTwice', { item })
    : words('problem.itemDuplicate', { item, row, first });

function missing(item: RubricItem, { words }: ReadingContext): Problem {
  const message = words('problem.itemMissing', { item: item.id, title: item.title });
  return { code: 'item-missing', severity: 'error', message, item: item.id, row: null, field: 'id' };
}

/** Rows with an id that the rubric does not have: their answers count nowhere, so it must be said. */
function strangers(
  rows: ReadonlyMap<string, readonly RawRow[]>,
  { rubric, words }: ReadingContext,
): Problem[] {
  const known = new Set(rubric.items.map((item) => item.id));
  return [...rows]
    .filter(([id]) => !known.has(id))
    .flatMap(([, found]) => found)
    .filter((row) => /^[A-Z]{2,4}-\d{2}$/i.test(readText(row.id)) || cellText(row.level) !== '')
    .map((row) => {
      const message = words('problem.itemUnknown', {
        place: placeOf(readText(row.id), row.row, words),
        rubric: rubric.title,
      });
      return { code: 'item-unknown', severity: 'error', message, item: null, row: row.row, field: 'id' };
    });
}

function readProfile(
  raw: RawProfile,
  { words, vocabulary }: ReadingContext,
): { profile: Profile; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <Code, None>(
    field: keyof RawProfile,
    known: ReadonlyMap<string, Code>,
    none: None,
  ): Code | None => {
    const text = cellText(raw[field]);
    if (text === '') return none;
    const code = text === null ? undefined : known.get(folded(text));
    if (code !== undefined) return code;
    const message = words('problem.profileInvalid', {
      field: words(`profile.${field}`),
      value: shown(raw[field]),
    });
    problems.push({ code: 'profile-invalid', severity: 'error', message, item: null, row: null, field });
    return none;
  };
  const profile = {
    organization: read('organization', vocabulary.organization, 'undisclosed' as const),
    size: read('size', vocabulary.size, 'undisclosed' as const),
    detail: read('detail', vocabulary.detail, null),
  };
  if (cellText(raw.detail) === '') {
    const message = words('problem.detailUnchosen', { field: words('profile.detail') });
    problems.push({
      code: 'detail-unchosen',
      severity: 'todo',
      message,
      item: null,
      row: null,
      field: 'detail',
    });
  }
  return { profile, problems };
}
