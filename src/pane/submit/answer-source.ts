import { buildRow } from '../../submission/build-row';
import { canonicalJson } from '../../submission/canonical';
import type { PaneParts } from '../pane-context';
import type { PaneState } from '../store/pane-state';
import type { RowSource } from './submit-parts';

type Parts = Pick<PaneParts, 'store' | 'words' | 'rubric'>;

/** Rows out of the answers of a workbook. A record is compared with `answers`, those of the last read. */
export function answerSource(
  parts: Parts,
  { assessment, scores }: NonNullable<PaneState['answers']>,
): RowSource {
  const { words, rubric } = parts;
  return {
    make: (cycle) => rowNow(parts, cycle),
    differs({ bytes, cycle }) {
      const row = buildRow(assessment, scores, rubric, cycle, words);
      return !row.ok || canonicalJson(row.value) !== bytes;
    },
  };
}

/** Reads the answers afresh before it makes the row of them. */
async function rowNow({ store, words, rubric }: Parts, cycle: string) {
  await store.refresh();
  const { answers, readFailure } = store.state();
  if (readFailure) return { ok: false as const, failure: readFailure };
  if (!answers) throw new Error('A row needs answers that were read');
  return buildRow(answers.assessment, answers.scores, rubric, cycle, words);
}
