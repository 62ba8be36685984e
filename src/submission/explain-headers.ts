import type { WordKey, Words } from '../words/words';
import { IDEMPOTENCY_HEADER, OWNER_HEADER, SECRET_HEADER } from './protocol';
import { AUTHORIZATION, CONTENT_TYPE, IF_MATCH, type RequestHeaders } from './request-headers';

export interface ExplainedHeader {
  readonly name: string;
  /** Exactly as it is sent. */
  readonly value: string;
  /** The value with its middle left out, where it is too long to read; null where it is not. */
  readonly short: string | null;
  readonly meaning: string;
}

const READABLE = 64;
const KEPT = 24;

const MEANINGS: Readonly<Record<string, WordKey>> = {
  [CONTENT_TYPE]: 'submission.headerContentType',
  [IDEMPOTENCY_HEADER]: 'submission.headerKey',
  [OWNER_HEADER]: 'submission.headerOwner',
  [IF_MATCH]: 'submission.headerRevision',
  [SECRET_HEADER]: 'submission.headerSecret',
};

/** Every header that the add-in sets on a request, in words; the browser's own say nothing of the workbook. */
export function explainHeaders(headers: RequestHeaders, words: Words): readonly ExplainedHeader[] {
  return Object.entries(headers).map(([name, value]) => ({
    name,
    value,
    short: value.length > READABLE ? `${value.slice(0, KEPT)}…${value.slice(-KEPT / 2)}` : null,
    meaning: words(meaningOf(name, value)),
  }));
}

function meaningOf(name: string, value: string): WordKey {
  if (name === AUTHORIZATION) {
    return value.startsWith('PrivateToken') ? 'submission.headerToken' : 'submission.headerCode';
  }
  const meaning = MEANINGS[name];
  if (meaning === undefined) throw new Error(`No words for the header ${name}`);
  return meaning;
}
