import { EVIDENCE_LIMITS } from './evidence';
import { holdsWebToken, isSecretPair } from './secret-parts';

/**
 * A web address without what opens doors: passwords, tokens, codes, sessions, signatures of storage links, in the query,
 * the fragment and path parameters, and web tokens in the path. All else stays as the URL standard writes it; what was
 * cleaned once stays the same. Null for what is no http or https address, or is longer than EVIDENCE_LIMITS.address.
 */
export function cleanAddress(text: string): string | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  const path = cleanPath(url.pathname);
  if (path !== url.pathname) url.pathname = path;
  const search = withoutSecrets(url.search.slice(1));
  if (search !== url.search.slice(1)) url.search = search;
  const fragment = cleanFragment(url.hash.slice(1));
  if (fragment !== url.hash.slice(1)) url.hash = fragment;
  return url.href.length <= EVIDENCE_LIMITS.address ? url.href : null;
}

/** Of a segment such as `page;jsessionid=…` the name of the page stays. */
function cleanPath(path: string): string {
  const segments = path.split('/').filter((segment) => !holdsWebToken(segment));
  return segments.map(withoutParameters).join('/');
}

function withoutParameters(segment: string): string {
  const [name = '', ...parameters] = segment.split(';');
  return [name, ...parameters.filter((parameter) => !isSecretPair(parameter))].join(';');
}

/** `#access_token=…&…` is a query, `#/page?token=…` an address, and else it is a place on the page. */
const cleanFragment = (fragment: string): string => fragment.split('?').map(withoutSecrets).join('?');

const withoutSecrets = (pairs: string): string =>
  pairs
    .split('&')
    .filter((pair) => !isSecretPair(pair))
    .join('&');
