import { explainIssue } from '../words/explain-issue';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { canonicalJson } from './canonical';
import { type Row, rowSchema } from './row';

/** A row as it was handed over: what it says, and the very bytes, which are what is sent. */
export interface HandedRow {
  readonly row: Row;
  readonly bytes: string;
}

/**
 * The row in a text that was pasted or read from a file; white space around it is not part of it. Fails in words:
 * `row-not-json`, `row-not-ours` (another schema, a field too many), `row-not-canonical` (RFC 8785).
 */
export function readRow(text: string, words: Words): Result<HandedRow> {
  const bytes = text.trim();
  const json = jsonOf(bytes);
  if (json === undefined) return failed('row-not-json', words('handover.rowNotJson'));
  const parsed = rowSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = `/${issue?.path.map(String).join('/') ?? ''}`;
    const reason = issue ? explainIssue(issue, words) : '';
    return failed('row-not-ours', words('handover.rowNotOurs', { place, reason }));
  }
  if (canonicalJson(parsed.data) !== bytes) {
    return failed('row-not-canonical', words('handover.rowNotCanonical'));
  }
  return success({ row: parsed.data, bytes });
}

/** A JSON text's value; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
