import type { Rubric } from '../../rubric/schema';
import { buildRow } from '../../submission/build-row';
import { canonicalJson } from '../../submission/canonical';
import type { SubmissionRecord } from '../../submission/record';
import type { Words } from '../../words/words';
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
