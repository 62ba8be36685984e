import type * as z from 'zod/mini';
import { explainIssue } from '../words/explain-issue';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import type { Benchmark } from './benchmark';
import { benchmarkSchema } from './benchmark';
import type { Rubric } from './schema';
import { rubricSchema } from './schema';

/**
 * Types and checks one parsed rubric file. A failure names the file, the item (by its id where it has one) and the
 * field, first problem first.
 */
export function parseRubric(json: unknown, file: string, words: Words): Result<Rubric> {
  const parsed = rubricSchema.safeParse(json);
  if (!parsed.success) return refuse(parsed.error, json, file, words);
  const rubric = parsed.data;
  const problem = inconsistency(rubric, words);
  return problem === null
    ? success(rubric)
    : failed(
        'rubric-invalid',
        words('rubric.invalid', { file, place: problem.place, reason: problem.reason }),
      );
}

/** Types and checks one parsed benchmark file (published figures, a sample, a release). */
export function parseBenchmark(json: unknown, file: string, words: Words): Result<Benchmark> {
  const parsed = benchmarkSchema.safeParse(json);
  return parsed.success ? success(parsed.data) : refuse(parsed.error, json, file, words);
}

function refuse(error: z.core.$ZodError, json: unknown, file: string, words: Words): Result<never> {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const reason = issue ? explainIssue(issue, words) : '';
  return failed(
    'rubric-invalid',
    words('rubric.invalid', { file, place: placeOf(path, json, words), reason }),
  );
}

/** `items[3].levels[2]` reads better as "item ORG-04, field levels[2]". */
function placeOf(path: readonly PropertyKey[], json: unknown, words: Words): string {
  const [list, index, ...rest] = path;
  const field = fieldOf(list === 'items' && typeof index === 'number' ? rest : path);
  if (list !== 'items' || typeof index !== 'number') return words('rubric.field', { field });
  const items = (json as { items: unknown[] }).items;
  const item = items[index] as { id?: unknown } | null | undefined;
  const name = typeof item?.id === 'string' ? item.id : `#${index + 1}`;
  return words('rubric.itemField', { item: name, field });
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('') || '-';

function inconsistency(rubric: Rubric, words: Words): { place: string; reason: string } | null {
  const domains = new Set<string>();
  for (const { id } of rubric.domains) {
    if (domains.has(id)) {
      return {
        place: words('rubric.field', { field: 'domains' }),
        reason: words('rubric.duplicate', { id }),
      };
    }
    domains.add(id);
  }
  const names = new Set(rubric.domains.map((domain) => domain.name.toLowerCase()));
  if (names.size < rubric.domains.length) {
    return { place: words('rubric.field', { field: 'domains.name' }), reason: words('rubric.sameName') };
  }
  const seen = new Set<string>();
  for (const item of rubric.items) {
    const at = (field: string) => words('rubric.itemField', { item: item.id, field });
    if (seen.has(item.id)) return { place: at('id'), reason: words('rubric.duplicate', { id: item.id }) };
    if (!domains.has(item.domain))
      return { place: at('domain'), reason: words('rubric.noDomain', { id: item.domain }) };
    seen.add(item.id);
  }
  const empty = rubric.domains.find((domain) => !rubric.items.some((item) => item.domain === domain.id));
  if (empty)
    return {
      place: words('rubric.field', { field: 'domains' }),
      reason: words('rubric.noItems', { id: empty.id }),
    };
  const steps = rubric.levels.findIndex((step, i) => step.level !== i);
  if (steps >= 0)
    return {
      place: words('rubric.field', { field: `levels[${steps}]` }),
      reason: words('rubric.levelOrder'),
    };
  return null;
}
