import { useMemo } from 'react';
import { useAnswers, usePane } from '../pane-context';
import { answerSource } from './answer-source';
import type { RowSource } from './submit-parts';

/** Rows out of the answers of the workbook; another source whenever they change, so that its views look again. */
export function useAnswerSource(): RowSource {
  const parts = usePane();
  const answers = useAnswers();
  return useMemo(() => answerSource(parts, answers), [parts, answers]);
}
