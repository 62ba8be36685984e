import { hasSecretFormat, isUuid, looksLikeCode, looksRandom } from './secret-formats';
import { isSearch, meaningOf, SHORT_SECRET_LENGTH } from './secret-names';

const NESTED_PASSWORD = /\/\/[^\s/?#@:]*:[^\s/?#@]+@/;
/** Whose next segment, where it is random, is a key and no name. */
const KEY_ROUTE =
  /^(?:reset|reset-?password|password|magic|magic-?link|verify|verification|confirm|confirmation|activate|activation|invite|invitation|invites|join|unsubscribe|login|signin|token|recover|recovery|auth|accept|onboard|sso|shared_invite|otp|sid|session|sess|sessionid|jsessionid|ticket)$/i;
/** Where a UUID is one, too. */
const OPENING_ROUTE =
  /^(?:reset|magic|verify|confirm|activate|invite|invitation|unsubscribe|token|recover|accept)/i;

/** Whether a part such as `name=value` or `value`, as an address writes it, is or holds a secret. */
export function isSecretPair(pair: string): boolean {
  const [name, value] = decodedPair(pair);
  if (value === null) return isBareSecret(name);
  return isSecretValue(name, value) || hasSecretFormat(name) || looksRandom(name);
}

/** Whether a path segment is a session, holds a pair that is secret, or a key by its form or by the segment before. */
export function isSecretSegment(segment: string, before: string): boolean {
  const text = decoded(segment);
  if (hasSecretFormat(text) || /^\((?:[A-Z]\([\w-]{16,}\))+\)$/.test(text)) return true;
  if (/^!?[\w-]+=[^=]/.test(text) && isSecretPair(text)) return true;
  return isKeyAfter(before, text);
}

const isKeyAfter = (before: string | undefined, text: string): boolean =>
  before !== undefined &&
  KEY_ROUTE.test(before) &&
  (isUuid(text) ? OPENING_ROUTE.test(before) : text.length >= 10 && looksLikeCode(text.replace(/^zt-/, '')));

/** A place on a page may be a hash of hexadecimal digits; what is random otherwise is a key. */
export function isSecretPlace(place: string): boolean {
  const text = decoded(place);
  if (/^:~:/.test(text)) return false;
  if (hasSecretFormat(text)) return true;
  return text.split(/[/!,;]/).some((part, i, parts) => {
    if (/^[\w.-]+=[^=]/.test(part)) return isSecretPair(part);
    if (/^(?:[a-z\d]+[-_:])*[\da-f]{7,}(?:[-_]?[LR]?\d+)*$/i.test(part))
      return isKeyAfter(parts[i - 1], part);
    return looksRandom(part, 16) || isKeyAfter(parts[i - 1], part);
  });
}

function isBareSecret(text: string): boolean {
  return hasSecretFormat(text) || looksRandom(text) || holdsSecret(text);
}

function isSecretValue(name: string, value: string): boolean {
  if (value === '') return false;
  if (hasSecretFormat(value)) return true;
  const meaning = meaningOf(name);
  if (meaning === 'secret') return !/^(?:true|false|yes|no|null|none|on|off)$/i.test(value);
  if (meaning === 'short-secret') return value.length >= SHORT_SECRET_LENGTH;
  if (meaning === 'doubtful' && (looksLikeCode(value) || (isUuid(value) && !/^..?$|.key$/i.test(name))))
    return true;
  if (/hash$/i.test(name) && !/^[\da-f]+$|^sha/i.test(value) && looksLikeCode(value)) return true;
  if (meaning === 'unknown' && looksRandom(value)) return true;
  if (meaning === 'identifying' && looksRandom(value, 65) && value.length > 128) return true;
  return isSearch(name) && !/:\/\/|[{?]/.test(value) ? false : holdsSecret(value);
}

/** Also looks into an address or JSON within the address, however often it was encoded. */
function holdsSecret(text: string): boolean {
  if (NESTED_PASSWORD.test(text) || hasSecretFormat(text)) return true;
  const inJson = [...text.matchAll(/"([^"]+)"\s*:\s*"([^"]*)"/g)];
  if (inJson.some(([, name = '', value = '']) => isSecretValue(name, value))) return true;
  const parts = text.split(/[?&#;]/).flatMap((part) => {
    const [name, value] = decodedPair(part);
    return value === null ? [] : [{ name, value }];
  });
  if (parts.some(({ name, value }) => isSecretValue(name.replace(/^.*[\s/:]/, ''), value))) return true;
  const inner = decoded(text);
  return inner.length < text.length && holdsSecret(inner);
}

/** Name and value as a form is decoded, which refuses nothing; no value where there is no `=`. */
export function decodedPair(pair: string): readonly [name: string, value: string | null] {
  const at = pair.indexOf('=');
  return at < 0 ? [decoded(pair), null] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
}

/** `&` and `+` must not be read as ends of a pair and as a space. */
const decoded = (text: string): string =>
  new URLSearchParams(`t=${text.replaceAll('&', '%26').replaceAll('+', '%2B')}`).get('t') ?? '';
