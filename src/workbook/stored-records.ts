import type * as z from 'zod/mini';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { StateRow } from './map';
import { parsedJson } from './parsed-json';
import { storedKeys, storedText } from './state-writes';

/**
 * Every record that the state sheet keeps under keys that start so, oldest first. One that cannot be read is not left
 * out in silence: it may be what says that something was sent (`state-damaged`).
 */
export function storedRecords<T>(
  state: readonly StateRow[],
  prefix: string,
  schema: z.ZodMiniType<T>,
  words: Words,
): Result<readonly T[]> {
  const records: T[] = [];
  for (const key of storedKeys(state, prefix)) {
    const record = parsedJson(schema, storedText(state, key));
    if (record === null) {
      return failed('state-damaged', words('workbook.stateDamaged', { what: words('sheet.submission') }));
    }
    records.push(record);
  }
  return success(records);
}
