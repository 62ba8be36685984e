import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

/** Where Microsoft serves Office.js to the world; the store takes no other address (policy 1120.1). */
export const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The address of Office.js in a build, from its setting; Microsoft's worldwide one where that is missing or empty. */
export function officeJsAddress(value: string | undefined, words: Words): Result<string> {
  if (value === undefined || value === '') return success(OFFICE_JS);
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url?.protocol === 'https:' && url.href === value && url.search === '' && url.hash === '';
  // The library finds its own folder by this name, and a policy cannot name an address with a password.
  if (!plain || url.username !== '' || url.password !== '' || !url.pathname.endsWith('/office.js')) {
    return failed('office-js', words('addin.officeJsWrong', { value, example: OFFICE_JS }));
  }
  return success(value);
}
