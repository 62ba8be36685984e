import { tokenRecordSchema, type TokenRecord } from '../submission/record';
import type { Result } from '../words/result';
import type { Words } from '../words/words';
import { type StateRow, TOKEN_PREFIX } from './map';
import { storedRecords } from './stored-records';

/** Every blind token that was asked for from this workbook, oldest first; `state-damaged` where one cannot be read. */
export const storedTokens = (state: readonly StateRow[], words: Words): Result<readonly TokenRecord[]> =>
  storedRecords(state, TOKEN_PREFIX, tokenRecordSchema, words);
