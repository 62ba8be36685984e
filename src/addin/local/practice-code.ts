import { randomBytes, webcrypto } from 'node:crypto';
import { loadContent } from '../../service/load-content';
import { openOperatorStore } from '../../service/store/open-store';
import { formatMemberCode, MEMBER_CODE_BYTES, memberCodeHash } from '../../submission/member-code';
import type { Result } from '../../words/result';
import { success } from '../../words/result';
import type { Words } from '../../words/words';
import { project } from './project';

/**
 * Makes a member code that the practice service with this folder takes once in this cycle. Fails as `loadContent` and
 * `openOperatorStore` do.
 */
export async function practiceCode(dataDir: string, cycle: string, words: Words): Promise<Result<string>> {
  const content = loadContent(project.path('rubric'), false, words);
  if (!content.ok) return content;
  const store = await openOperatorStore({ directory: dataDir }, content.value.rubrics, words);
  if (!store.ok) return store;
  const code = formatMemberCode(randomBytes(MEMBER_CODE_BYTES));
  try {
    const hash = await memberCodeHash(code, (bytes) => webcrypto.subtle.digest('SHA-256', bytes));
    await store.value.addCodes(cycle, [hash]);
  } finally {
    await store.value.close();
  }
  return success(code);
}
