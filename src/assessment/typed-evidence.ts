import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { cleanAddress } from './clean-address';
import { type Evidence, EVIDENCE_LIMITS, typedEvidenceSchema } from './evidence';

export interface TypedLink {
  readonly title: string;
  readonly link: string;
}

/**
 * Evidence that somebody typed: its link without what opens doors, called by its host where it has no title. Nobody
 * captured it, so it has no time. Fails in words: `no-link`, `too-long`.
 */
export function typedEvidence({ title, link }: TypedLink, words: Words): Result<Evidence> {
  const [name, text] = [oneLine(title), link.trim()];
  if (text === '') return failed('no-link', words('evidence.linkMissing'));
  const { title: longestTitle, address: longestLink } = EVIDENCE_LIMITS;
  if (text.length > longestLink) {
    return failed('too-long', words('evidence.linkTooLong', { most: longestLink }));
  }
  if (name.length > longestTitle) {
    return failed('too-long', words('evidence.titleTooLong', { most: longestTitle }));
  }
  const address = /^https?:\/\//i.test(text) ? cleanAddress(text) : null;
  const parsed = typedEvidenceSchema.safeParse({ title: name, address });
  if (!parsed.success) return failed('no-link', words('evidence.notLink', { text: shortened(text) }));
  const clean = parsed.data;
  return success({
    ...{ title: clean.title || new URL(clean.address).host, address: clean.address },
    ...{ captured: null, verified: null, pageDate: null, quote: '', note: '' },
  });
}

/** A title and a link that were pasted together, in either order or as `[title](link)`; null for any other text. */
export function pastedLink(text: string): TypedLink | null {
  const marked = /^\s*\[([^\]]+)\]\((\S+)\)\s*$/.exec(text);
  const behind = /^\s*(\S.*?)\s+<?(https?:\/\/[^\s>]+)>?\s*$/is.exec(text);
  const ahead = /^\s*<?(https?:\/\/[^\s>]+)>?\s+(\S.*?)\s*$/is.exec(text);
  const [title, link] = marked
    ? [marked[1], marked[2]]
    : ahead
      ? [ahead[2], ahead[1]]
      : [behind?.[1], behind?.[2]];
  return title === undefined || link === undefined ? null : { title: oneLine(title), link };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
