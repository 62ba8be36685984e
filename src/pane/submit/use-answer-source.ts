import { useMemo } from 'react';
import { buildRow } from '../../submission/build-row';
import { canonicalJson } from '../../submission/canonical';
import { type PaneParts, useAnswers, usePane } from '../pane-context';
import type { RowSource } from './submit-parts';

/** Rows out of the answers of the workbook; another source whenever they change, so that its views look again. */
export function useAnswerSource(): RowSource {
  const parts = usePane();
  const { words, rubric } = parts;
  const { assessment, scores } = useAnswers();
  return useMemo(
    () => ({
      make: (cycle) => rowNow(parts, cycle),
      differs({ bytes, cycle }) {
        const row = buildRow(assessment, scores, rubric, cycle, words);
        return !row.ok || canonicalJson(row.value) !== bytes;
      },
    }),
    [parts, words, rubric, assessment, scores],
  );
}

/** Reads the answers afresh before it makes the row of them. */
async function rowNow({ store, words, rubric }: PaneParts, cycle: string) {
  await store.refresh();
  const { answers, readFailure } = store.state();
  if (readFailure) return { ok: false as const, failure: readFailure };
  if (!answers) throw new Error('A row needs answers that were read');
  return buildRow(answers.assessment, answers.scores, rubric, cycle, words);
}
