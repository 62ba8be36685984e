import { hash } from 'node:crypto';
import { canonicalJson } from '../../submission/canonical';
import type { ProblemDetails } from '../../submission/protocol';
import type { Row } from '../../submission/row';
import { checkRow } from '../../submission/check-row';
import type { ServiceParts } from '../service-parts';
import type { ProblemCode } from './problem';
import { problemOf } from './problem';

/** What a route answers that takes a row and does not like it. */
export const ROW_PROBLEMS = [
  'not-json',
  'bad-header',
  'too-large',
  'wrong-type',
  'wrong-fields',
  'not-canonical',
  'unknown-rubric',
  'wrong-cycle',
  'cycle-closed',
  'wrong-items',
  'wrong-scores',
] as const satisfies readonly ProblemCode[];

/** The SHA-256 (lower-case hex) of a row's bytes; null where they are not its canonical form, and so not what was shown. */
export const canonicalHash = (row: Row, bytes: string): string | null =>
  canonicalJson(row) === bytes ? hash('sha256', bytes, 'hex') : null;

/** The problem of a row that is not what this cycle takes today, or null. */
export function rowProblem(
  row: Row,
  { words, content, cycle, today }: Pick<ServiceParts, 'words' | 'content' | 'cycle' | 'today'>,
): ProblemDetails | null {
  const rubrics = content.rubrics.filter(({ id }) => id === cycle.rubric);
  const fault = checkRow(row, { rubrics, cycle, today: today(), words });
  if (fault === null) return null;
  const errors = [{ pointer: fault.pointer, detail: fault.detail }];
  const detail = words('service.wrongField', { field: fault.pointer, reason: fault.detail });
  return problemOf(fault.code, detail, words, errors);
}
