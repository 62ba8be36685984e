import { canonicalJson } from '../submission/canonical';
import type { TokenRecord } from '../submission/record';
import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { CellWrite } from './cell-writes';
import { TOKEN_PREFIX } from './map';
import { storeText } from './state-writes';
import { storedTokens } from './stored-tokens';
import type { WorkbookCells } from './workbook-cells';

/** Keeps a token on the state sheet, over the one of the same key; `state-damaged` where the kept ones cannot be read. */
export function tokenWrites(
  cells: WorkbookCells,
  token: TokenRecord,
  words: Words,
): Result<readonly CellWrite[]> {
  const known = storedTokens(cells.state, words);
  if (!known.ok) return known;
  return success(storeText(cells, `${TOKEN_PREFIX}${token.nullifier}`, canonicalJson(token)));
}
