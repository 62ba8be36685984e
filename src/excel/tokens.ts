import { canonicalJson } from '../submission/canonical';
import { tokenRecordSchema, type TokenRecord } from '../submission/record';
import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { TOKEN_PREFIX } from '../workbook/map';
import { openWorkbook } from './open-workbook';
import { storeText, type State } from './state-sheet';
import { storedRecords } from './stored-records';

/** Every blind token that was asked for from this workbook, oldest first. */
export const storedTokens = (state: State, words: Words): Result<readonly TokenRecord[]> =>
  storedRecords(state, TOKEN_PREFIX, tokenRecordSchema, words);

/** Keeps a token in the state sheet, over the one of the same key. */
export async function saveToken(
  context: Excel.RequestContext,
  token: TokenRecord,
  words: Words,
): Promise<Result<void>> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return opened;
  const { state, stateSheet } = opened.value;
  const known = storedTokens(state, words);
  if (!known.ok) return known;
  storeText(stateSheet, state.rows, `${TOKEN_PREFIX}${token.nullifier}`, canonicalJson(token));
  await context.sync();
  return success(undefined);
}
