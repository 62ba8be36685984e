import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

/** The setting EXTENSION_IDS of a build: ids of Chrome's kind, separated by commas; none where it is not set. */
export function extensionIds(setting: string | undefined, words: Words): Result<readonly string[]> {
  const ids = (setting ?? '').split(',').flatMap((id) => id.trim() || []);
  const wrong = ids.find((id) => !/^[a-p]{32}$/.test(id));
  return wrong === undefined
    ? success(ids)
    : failed('extension-id', words('extension.idInvalid', { value: wrong }));
}
