import { createHash } from 'node:crypto';
import { inputsOf } from '../assessment/read-assessment';
import { score } from '../scoring/score';
import { buildRow } from '../submission/build-row';
import { canonicalJson } from '../submission/canonical';
import type { Row } from '../submission/row';
import type { StateRow } from '../workbook/map';
import type { Result } from '../words/result';
import { success } from '../words/result';
import { loadAssessment } from './load-assessment';
import type { Shipped } from './shipped';

export interface LoadedRow {
  readonly row: Row;
  /** Exactly what would be sent. */
  readonly bytes: string;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
  /** The state sheet of a workbook; nothing for a file of answers. */
  readonly state: readonly StateRow[];
}

/** The row of a file's answers; refused, in words, while an answer is missing or wrong. */
export function loadRow(file: string, shipped: Shipped): Result<LoadedRow> {
  const loaded = loadAssessment(file, shipped);
  if (!loaded.ok) return loaded;
  const { rubric, assessment, cycle, state } = loaded.value;
  const row = buildRow(assessment, score(rubric, inputsOf(assessment)), rubric, cycle, shipped.words);
  if (!row.ok) return row;
  const bytes = canonicalJson(row.value);
  const hash = createHash('sha256').update(bytes, 'ascii').digest('hex');
  return success({ row: row.value, bytes, hash, state });
}
