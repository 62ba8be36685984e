import { failed, type Failure, type Result } from '../words/result';
import type { WordKey, Words } from '../words/words';

/** Refusals of Excel that a user can meet (Office.js reference, "Error handling with the application-specific JavaScript APIs"). */
const REFUSALS: Readonly<Record<string, { readonly code: string; readonly words: WordKey }>> = {
  AccessDenied: { code: 'access-denied', words: 'workbook.accessDenied' },
  ItemNotFound: { code: 'changed-meanwhile', words: 'workbook.changedMeanwhile' },
  ItemAlreadyExists: { code: 'changed-meanwhile', words: 'workbook.changedMeanwhile' },
  InvalidReference: { code: 'changed-meanwhile', words: 'workbook.changedMeanwhile' },
  InvalidOperationInCellEditMode: { code: 'cell-being-edited', words: 'workbook.cellBeingEdited' },
  RequestPayloadSizeLimitExceeded: { code: 'too-large', words: 'workbook.tooLarge' },
  ResponsePayloadSizeLimitExceeded: { code: 'too-large', words: 'workbook.tooLarge' },
  ActivityLimitReached: { code: 'excel-busy', words: 'workbook.excelBusy' },
  RequestAborted: { code: 'excel-busy', words: 'workbook.excelBusy' },
  HostRestartNeeded: { code: 'excel-restart', words: 'workbook.excelRestart' },
  ApiNotFound: { code: 'excel-too-old', words: 'workbook.excelTooOld' },
  NotImplemented: { code: 'excel-too-old', words: 'workbook.excelTooOld' },
};
const UNKNOWN_REFUSAL = { code: 'excel-refused', words: 'workbook.excelRefused' } as const;

/** Raised by the client itself when code breaks the rules of the API: bugs, not refusals. */
const MISUSES: ReadonlySet<string> = new Set([
  'PropertyNotLoaded',
  'ValueNotLoaded',
  'InvalidObjectPath',
  'InvalidRequestContext',
  'RunMustReturnPromise',
]);

/**
 * Turns what Office.js threw into a failure in words, by its code; its own message never reaches the user. `sheets`: where a
 * change was refused, if it is known. Anything else is a bug and is thrown on.
 */
export function officeFailure(
  error: unknown,
  words: Words,
  sheets: readonly string[] = [],
): { ok: false; failure: Failure } & Result<never> {
  const code = officeCode(error);
  if (code === null || MISUSES.has(code)) throw error;
  if (code === 'AccessDenied' && sheets.length > 0) {
    const names = new Intl.ListFormat(words.language, { type: 'disjunction' }).format(sheets);
    return failed('access-denied', words('workbook.sheetProtected', { sheet: names }));
  }
  const refusal = REFUSALS[code] ?? UNKNOWN_REFUSAL;
  return failed(refusal.code, words(refusal.words, refusal === UNKNOWN_REFUSAL ? { code } : {}));
}

/** The code of an `OfficeExtension.Error`, told by its shape: frames and test realms have their own classes. */
export function officeCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('debugInfo' in error) || !('code' in error))
    return null;
  return typeof error.code === 'string' ? error.code : null;
}
