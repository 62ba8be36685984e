import type { ItemId } from '../rubric/schema';
import { cleanedAddress } from './clean-address';
import { cleanText, untitledName } from './clean-text';
import { type CapturedEvidence, EVIDENCE_LIMITS } from './evidence';
import { readEvidenceDay, secondsUtc } from './evidence-time';

export { secondsUtc };

/** What a browser could read of a page. `modified` is the page's own date in any form, as it stands there. */
export interface PageReading {
  readonly title: string;
  readonly address: string;
  readonly quote: string;
  readonly modified: string | null;
}

interface CaptureCircumstances {
  /** `EV-` and a UUID. */
  readonly id: string;
  readonly item: ItemId | null;
  /** UTC to the second. */
  readonly now: string;
}

/**
 * Evidence of a page: the address cleaned, texts without control characters and cut to EVIDENCE_LIMITS, with an
 * ellipsis where they were cut, and without secrets as the address. A page without a title is called by its file's name,
 * its clean address or its host. Null where the address is no web page's.
 */
export function captureEvidence(page: PageReading, at: CaptureCircumstances): CapturedEvidence | null {
  const cleaned = cleanedAddress(page.address);
  if (cleaned === null) return null;
  const { address } = cleaned;
  const title = untitledName(oneLine(page.title), cleaned) ?? cleanText(oneLine(page.title), cleaned);
  return {
    id: at.id,
    revision: 1,
    item: at.item,
    title: cut(title, EVIDENCE_LIMITS.title) || new URL(address).host,
    address,
    captured: at.now,
    verified: at.now,
    pageDate: page.modified === null ? null : dayOf(page.modified),
    quote: cut(cleanText(paragraphs(page.quote), cleaned), EVIDENCE_LIMITS.quote),
    note: '',
  };
}

const oneLine = (text: string): string => wellFormed(text).replace(/\s+/g, ' ').trim();

/** Spaces within a line are one; more than one empty line is one. */
const paragraphs = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * What nobody sees and what turns the order of writing around: zero-width and bidi controls, soft hyphens, tags. Joiners
 * and variation selectors stay where they belong to a letter or an emoji: they change how it looks.
 */
const UNSEEN =
  /(?![\u200c\u200d\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{DI}\ufff9-\ufffb]|(?<=^|[\s\p{P}\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d]/gu;

/** Half a surrogate pair and control characters have no place in a workbook's XML. */
const wellFormed = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\P{Cc}\s]/gu, '')
    .replace(UNSEEN, '');

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day as the page writes it, in ISO 8601 or as in HTTP (`Fri, 20 Nov 2026 10:00:00 GMT`); other forms would be a guess. */
function dayOf(modified: string): string | null {
  const http = /\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/.exec(modified);
  const month = MONTHS.indexOf(http?.[2] ?? '') + 1;
  if (http === null || month === 0) return readEvidenceDay(modified);
  return readEvidenceDay(`${http[3]}-${String(month).padStart(2, '0')}-${http[1]?.padStart(2, '0')}`);
}
