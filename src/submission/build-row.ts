import type { Assessment, Entry } from '../assessment/assessment';
import type { Rubric } from '../rubric/schema';
import type { Scores } from '../scoring/scores';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import type { Row } from './row';
import { rowScores } from './row-scores';

const NAMED_AT_MOST = 5;

/**
 * The row of an assessment: an allow-list, so that nothing else can leave. `scores` are those of the assessment.
 * Refuses, in words, while an answer is missing (`row-unanswered`), anything is wrong (`row-invalid`), or nobody chose what to send (`row-unchosen`).
 */
export function buildRow(
  assessment: Assessment,
  scores: Scores,
  rubric: Rubric,
  cycle: string,
  words: Words,
): Result<Row> {
  const entries = rubric.items.map((item) => entryOf(assessment, item.id));
  const refusal = refuse(assessment, entries, words);
  if (refusal) return refusal;
  const { organization, size, detail } = assessment.profile;
  if (detail === null)
    return failed('row-unchosen', words('submission.unchosen', { field: words('profile.detail') }));
  return success({
    schema: 'jsp-row/1',
    rubric: { id: rubric.id, version: rubric.version },
    cycle,
    organization,
    size,
    ...(detail === 'items' ? { items: itemsOf(entries) } : {}),
    ...rowScores(scores),
  });
}

function entryOf(assessment: Assessment, id: string): Entry {
  const entry = assessment.entries.get(id);
  if (!entry) throw new Error(`The assessment has no entry for item ${id} of its rubric`);
  return entry;
}

function refuse(assessment: Assessment, entries: readonly Entry[], words: Words) {
  const idsIn = (state: string) =>
    entries.filter((entry) => entry.answer.state === state).map((entry) => entry.id);
  const invalid = idsIn('invalid');
  if (invalid.length > 0) {
    const values = { count: invalid.length, items: firstFew(invalid, words) };
    return failed('row-invalid', words('submission.invalid', values));
  }
  const error = assessment.problems.find((problem) => problem.severity === 'error');
  if (error) return failed('row-invalid', words('submission.problem', { problem: error.message }));
  const blank = idsIn('blank');
  if (blank.length === 0) return null;
  const values = {
    count: blank.length,
    items: firstFew(blank, words),
    unknown: words('answer.unknown'),
    na: words('answer.na'),
  };
  return failed('row-unanswered', words('submission.unanswered', values));
}

function firstFew(ids: readonly string[], words: Words): string {
  const named = ids.slice(0, NAMED_AT_MOST).join(', ');
  const count = ids.length - NAMED_AT_MOST;
  return count > 0 ? words('submission.andMore', { items: named, count }) : named;
}

function itemsOf(entries: readonly Entry[]): NonNullable<Row['items']> {
  return Object.fromEntries(entries.map(({ id, answer }) => [id, codeOf(id, answer)]));
}

function codeOf(id: string, answer: Entry['answer']) {
  switch (answer.state) {
    case 'rated':
      return answer.level;
    case 'na':
    case 'unknown':
      return answer.state;
    default:
      throw new Error(`Item ${id} has no answer to send`);
  }
}
