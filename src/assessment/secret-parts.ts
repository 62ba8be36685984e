/**
 * Which parts of a web address open doors. Names are compared without case and punctuation, so that `X-Amz-Signature`,
 * `access_token` and `accessToken` are what they look like. Better one filter of a page lost than one session kept.
 */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  ...['code', 'authcode', 'auth', 'authorization', 'bearer', 'credential', 'credentials', 'assertion'],
  ...[
    'jwt',
    'otp',
    'totp',
    'pin',
    'pass',
    'pw',
    'pwd',
    'passphrase',
    'ticket',
    'nonce',
    'csrf',
    'xsrf',
    'hmac',
  ],
  ...['session', 'sid', 'sessid', 'sig', 'awsaccesskeyid', 'googleaccessid', 'accesskeyid', 'keypairid'],
  ...['samlresponse', 'samlrequest', 'samlart', 'relaystate', 'oauthverifier', 'codeverifier'],
  // Shared access signatures of Azure Storage (account, service and user delegation).
  ...['se', 'sp', 'sv', 'sr', 'st', 'ss', 'si', 'sip', 'spr', 'srt', 'sdd', 'skoid', 'sktid', 'skt', 'ske'],
  ...['sks', 'skv', 'saoid', 'suoid', 'scid'],
]);
/** Presigned links of S3 and Google Cloud Storage; `oauth_token`, `clientSecret`, `PHPSESSID` and their like. */
const SECRET_NAME =
  /^x(?:amz|goog)|(?:tokens?|secret|password|passwd|signature|apikey|accesskey|secretkey|privatekey|sessionid|sessid|sessionkey|jwt)$/;
/** A Jira issue has a key, and a quality system a policy: these are secrets only where they look like one. */
const SOMETIMES_SECRET = /(?:key|^policy)$/;
/** Three parts of base64url, the first of which begins a JSON object (RFC 7519). */
const WEB_TOKEN = /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/;
const NESTED_PASSWORD = /\/\/[^\s/?#@]+@/;

/** Lengths, in letters and digits, from which random text counts as a secret. Documents have ids of up to 64. */
const RANDOM = { value: 32, id: 65, key: 16 } as const;

/** Whether a part such as `name=value` or `value`, as an address writes it, is or holds a secret. */
export function isSecretPair(pair: string): boolean {
  const [name, value] = decodedPair(pair);
  if (value === null) return isSecretText(name, RANDOM.value);
  const longest = /id$/i.test(name) ? RANDOM.id : RANDOM.value;
  return isSecretName(name, value) || isSecretText(value, longest) || isSecretText(name, RANDOM.value);
}

/** Whether a path segment, as an address writes it, holds a web token. Other long names in a path are where a page is. */
export const holdsWebToken = (segment: string): boolean => WEB_TOKEN.test(decoded(segment));

function isSecretName(name: string, value: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (
    SECRET_NAMES.has(plain) ||
    SECRET_NAME.test(plain) ||
    (SOMETIMES_SECRET.test(plain) && looksLikeKey(value))
  );
}

/** Also looks into an address within the address, however often it was encoded. */
function isSecretText(text: string, longest: number): boolean {
  if (WEB_TOKEN.test(text) || NESTED_PASSWORD.test(text) || looksRandom(text, longest)) return true;
  const parts = text.split(/[?&#;]/).flatMap((part) => {
    const [name, value] = decodedPair(part);
    return value === null ? [] : [{ name, value }];
  });
  if (parts.some(({ name, value }) => isSecretName(name, value))) return true;
  const inner = decoded(text);
  return inner.length < text.length && isSecretText(inner, longest);
}

/** Letters and digits in an order no word has: of random ones most neighbours differ in kind, of words and dates few. */
function looksRandom(text: string, shortest: number): boolean {
  if (/[0-9a-f]{41,}/i.test(text) && /\d/.test(text) && shortest <= RANDOM.value) return true;
  const mixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  return mixed && shareOfChanges(text, shortest) >= 0.35;
}

const looksLikeKey = (text: string): boolean =>
  /[A-Za-z0-9]{20}/.test(text) || shareOfChanges(text, RANDOM.key) >= 0.2;

/** How many of a text's neighbouring letters and digits differ in kind, 0 to 1; 0 where it has too few of them. */
function shareOfChanges(text: string, shortest: number): number {
  const kinds = Array.from(text.replace(/[^A-Za-z0-9]/g, ''), kindOf);
  if (kinds.length < shortest) return 0;
  return kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length / (kinds.length - 1);
}

const kindOf = (character: string): string =>
  /\d/.test(character) ? '0' : /[a-z]/.test(character) ? 'a' : 'A';

/** Name and value as a form is decoded, which refuses nothing; no value where there is no `=`. */
function decodedPair(pair: string): readonly [name: string, value: string | null] {
  const at = pair.indexOf('=');
  return at < 0 ? [decoded(pair), null] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
}

/** `&` and `+` must not be read as ends of a pair and as a space. */
const decoded = (text: string): string =>
  new URLSearchParams(`t=${text.replaceAll('&', '%26').replaceAll('+', '%2B')}`).get('t') ?? '';
