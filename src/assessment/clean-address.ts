import { EVIDENCE_LIMITS } from './evidence';
import { isOfSharedAccess, plainName } from './secret-names';
import { decodedPair, isSecretPair, isSecretPlace, isSecretSegment } from './secret-parts';

/** An address without its secrets, and what was taken out, as the address wrote it. */
export interface CleanedAddress {
  readonly address: string;
  readonly leftOut: readonly string[];
}

/** The same as `cleanedAddress`, the address alone. */
export const cleanAddress = (text: string): string | null => cleanedAddress(text)?.address ?? null;

/**
 * A web address without what opens doors: passwords, tokens, codes, sessions, signatures of storage links, in the query,
 * the fragment, path parameters and the path. All else stays as the URL standard writes it; what was
 * cleaned once stays the same. Null for what is no http or https address, or is longer than EVIDENCE_LIMITS.address.
 */
export function cleanedAddress(text: string): CleanedAddress | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const leftOut: string[] = [url.password].filter((one) => one !== '');
  url.username = '';
  url.password = '';
  const path = cleanPath(url.pathname, leftOut);
  if (path !== url.pathname) url.pathname = path;
  const search = cleanQuery(url.search.slice(1), leftOut, /\.sharepoint\.(?:com|us|cn)$/.test(url.hostname));
  if (search !== url.search.slice(1)) url.search = search;
  const fragment = cleanFragment(url.hash.slice(1), leftOut);
  if (fragment !== url.hash.slice(1)) url.hash = fragment;
  return url.href.length <= EVIDENCE_LIMITS.address ? { address: url.href, leftOut } : null;
}

/** Of a segment such as `page;jsessionid=…` the name of the page stays. */
function cleanPath(path: string, leftOut: string[]): string {
  const open = path.replace(/(\/\/)([^\s/?#@]*:[^\s/?#@]+)@/g, (_, slashes: string, user: string) => {
    leftOut.push(user);
    return slashes;
  });
  const segments = open.split('/');
  return segments
    .filter((segment, i) => keeps(segment, !isSecretSegment(segment, segments[i - 1] ?? ''), leftOut))
    .map((segment) => {
      const [name = '', ...parameters] = segment.split(';');
      return [name, ...parameters.filter((one) => keeps(one, !isSecretPair(one), leftOut))].join(';');
    })
    .join('/');
}

/** The session of an Oracle APEX page is within a part whose others say which page it is. */
const APEX = /^(p=[^:&]*:[^:&]*:)(\d{5,})(?=:|$)/;

/** A query that says that it holds a digest, as searches of packages and of git do, and the digest in it. */
const GIT_OR_DIGEST = /=(?:sha-?\d+|md5|commit(?:diff)?|blob|blobdiff|tree|shortlog|log)$/i;
const DIGEST_PAIR = /^(?:h|value)=[\da-f]{32,}$/i;

/** `e` of a SharePoint address is the key of a shared link, short as it is. */
function cleanQuery(query: string, leftOut: string[], ofSharePoint = false): string {
  // Some services part their pairs with `;`.
  const between = query.includes('&') ? '&' : ';';
  const pairs = query.split(between);
  const ofDigest = pairs.some((pair) => GIT_OR_DIGEST.test(pair));
  const names = new Set(pairs.map((pair) => plainName(decodedPair(pair)[0])));
  const signed = names.has('sig');
  const returning = names.has('code') && (names.has('sessionstate') || names.has('state'));
  return pairs
    .map((pair) => {
      const session = APEX.exec(pair)?.[2];
      if (session !== undefined) leftOut.push(session);
      return pair.replace(APEX, '$1');
    })
    .filter((pair) => {
      const [name, value] = decodedPair(pair);
      const secret =
        (isSecretPair(pair) && !(ofDigest && DIGEST_PAIR.test(pair))) ||
        (ofSharePoint && name === 'e') ||
        (signed && isOfSharedAccess(name)) ||
        (returning && plainName(name) === 'code' && !/^\d*$/.test(value ?? ''));
      return keeps(pair, !secret, leftOut);
    })
    .join(between);
}

/** `#access_token=…&…` is a query, `#/page?token=…` an address, and else it is a place on the page. */
const cleanFragment = (fragment: string, leftOut: string[]): string =>
  fragment
    .split('?')
    .map((part) =>
      part.includes('&') || /^[^/!]*=/.test(part)
        ? cleanQuery(part, leftOut)
        : keeps(part, !isSecretPlace(part), leftOut)
          ? part
          : '',
    )
    .join('?');

function keeps(part: string, stays: boolean, leftOut: string[]): boolean {
  if (!stays) leftOut.push(part);
  return stays;
}
