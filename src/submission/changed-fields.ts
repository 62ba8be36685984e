import type { Rubric } from '../rubric/schema';
import type { Words } from '../words/words';
import { explainRow } from './explain-row';
import { rowSchema } from './row';

/** One value in which two rows differ: its place (JSON pointer), and what it says in each; null where it is absent. */
export interface FieldChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Every value in which the bytes of two rows differ, each in words, in the order of the bytes. */
export function changedFields(
  before: string,
  after: string,
  rubric: Rubric,
  words: Words,
): readonly FieldChange[] {
  const [old, fresh] = [fieldsOf(before, rubric, words), fieldsOf(after, rubric, words)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => old.get(path)?.value !== fresh.get(path)?.value)
    .sort()
    .map((path) => ({
      path,
      before: old.get(path)?.meaning ?? null,
      after: fresh.get(path)?.meaning ?? null,
    }));
}

/** Bytes that are no row of this version have no field to compare. */
function fieldsOf(bytes: string, rubric: Rubric, words: Words) {
  const row = rowSchema.safeParse(JSON.parse(bytes));
  const fields = row.success ? explainRow(row.data, rubric, words) : [];
  return new Map(fields.map((field) => [field.path, field]));
}
