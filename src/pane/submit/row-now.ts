import type { Rubric } from '../../rubric/schema';
import { buildRow } from '../../submission/build-row';
import { canonicalJson } from '../../submission/canonical';
import type { SubmissionRecord } from '../../submission/record';
import type { Row } from '../../submission/row';
import type { Words } from '../../words/words';
import type { Result } from '../../words/result';
import type { PaneParts } from '../pane-context';
import type { PaneState } from '../store/pane-state';

/** Whether the answers would make another row now than the one in the record; also when they would make none. */
export function differsFrom(
  record: SubmissionRecord,
  { assessment, scores }: NonNullable<PaneState['answers']>,
  rubric: Rubric,
  words: Words,
): boolean {
  const row = buildRow(assessment, scores, rubric, record.cycle, words);
  return !row.ok || canonicalJson(row.value) !== record.bytes;
}

/** Reads the answers afresh and makes the row of a cycle, exactly as it would be sent. */
export async function rowNow({ store, words, rubric }: PaneParts, cycle: string): Promise<Result<Row>> {
  await store.refresh();
  const { answers, readFailure } = store.state();
  if (readFailure) return { ok: false, failure: readFailure };
  if (!answers) throw new Error('A row needs answers that were read');
  return buildRow(answers.assessment, answers.scores, rubric, cycle, words);
}
