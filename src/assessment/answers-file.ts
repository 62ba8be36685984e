import * as z from 'zod/mini';
import type { Rubric } from '../rubric/schema';
import { explainIssue } from '../words/explain-issue';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import type { RawAssessment, RawRow } from './assessment';

const typed = z.optional(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** ANSWERS.json: what a person would type, by item id. Levels and targets are checked as cells are, so that every problem is named at once. */
const answersFileSchema = z.strictObject({
  profile: z.optional(z.strictObject({ organization: typed, size: typed, detail: typed })),
  answers: z.record(
    z.string(),
    z.strictObject({ level: typed, target: typed, evidence: typed, owner: typed, due: typed, notes: typed }),
  ),
});
export type AnswersFile = z.infer<typeof answersFileSchema>;

/** Checks the shape of a parsed ANSWERS.json; a failure names the item and the field. */
export function parseAnswersFile(json: unknown, file: string, words: Words): Result<AnswersFile> {
  const parsed = answersFileSchema.safeParse(json);
  if (parsed.success) return success(parsed.data);
  const issue = parsed.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? '-' : issue.path.map(String).join('.');
  const reason = issue === undefined ? '' : explainIssue(issue, words);
  return failed('answers-invalid', words('problem.answersFile', { file, place, reason }));
}

/**
 * As if the answers stood in cells: an item that is not in the file is unanswered; an id that is not in the rubric, or
 * that stands there twice in different letter case, is a problem to be named.
 */
export function rawOfAnswersFile(file: AnswersFile, rubric: Rubric): RawAssessment {
  const given = Object.entries(file.answers);
  const answersTo = (item: string) => given.filter(([id]) => id.toUpperCase() === item);
  const known = new Set(rubric.items.map((item) => item.id));
  const rows = rubric.items.flatMap(({ id }) => {
    const own = answersTo(id);
    return own.length === 0 ? [rowOf(id, {})] : own.map(([, answer]) => rowOf(id, answer));
  });
  const strangers = given
    .filter(([id]) => !known.has(id.toUpperCase()))
    .map(([id, answer]) => rowOf(id, answer));
  // Whoever writes a file of answers and no choice beside them gives the answers.
  const { organization = null, size = null, detail = 'items' } = file.profile ?? {};
  return { rows: [...rows, ...strangers], profile: { organization, size, detail } };
}

const rowOf = (id: string, answer: AnswersFile['answers'][string]): RawRow => ({
  row: null,
  id,
  level: answer.level ?? null,
  target: answer.target ?? null,
  evidence: answer.evidence ?? null,
  owner: answer.owner ?? null,
  due: answer.due ?? null,
  notes: answer.notes ?? null,
});
