import type { PageReading } from '../../assessment/capture-evidence';
import { cleanedAddress } from '../../assessment/clean-address';
import { type CapturedEvidence, EVIDENCE_LIMITS } from '../../assessment/evidence';
import type { ExtensionWords } from '../extension-words';

/** A name as services write them; the rest of what was taken out is never said. */
const NAME = /^([A-Za-z][\w.-]{0,30})=/;

/**
 * What a line says of itself, in its note, which every workbook and every older pane can read: which parts were taken
 * out of the address (by their names, never their values), and what says the page's date. Empty where there is neither.
 */
export function captureNote(
  page: PageReading & { readonly modifiedFrom?: string | null },
  { pageDate }: CapturedEvidence,
  words: ExtensionWords,
): string {
  const parts = (cleanedAddress(page.address)?.leftOut ?? []).map(
    (part) => NAME.exec(part)?.[1] ?? words('extension.leftOutPath'),
  );
  const said = [
    ...(parts.length > 0 ? [words('extension.leftOut', { parts: [...new Set(parts)].join(', ') })] : []),
    ...(pageDate !== null && page.modifiedFrom != null
      ? [words('extension.dateFrom', { source: page.modifiedFrom })]
      : []),
  ];
  return said.join(' ').slice(0, EVIDENCE_LIMITS.note);
}
