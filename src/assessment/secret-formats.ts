/**
 * Keys and tokens that are known by their form, wherever they stand: web tokens (RFC 7519, PASETO), SAML messages,
 * tickets of CAS, and the prefixes that clouds, forges and other services document for their keys.
 */
const FORMATS: readonly RegExp[] = [
  /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/,
  /\b(?:pk|sk|tk)\.eyJ[\w-]{8,}/,
  /\bv[1-4]\.(?:local|public)\.[\w-]{16,}/,
  /\b(?:PHNhbWw|PD94bWwg)[\w+/=%-]{16,}/,
  /\b(?:ST|LT|TGT|PT|PGT|PGTIOU)-\d+-[\w-]{8,}/,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7\d]{16}\b|\bAKID\w{32}\b|\bLTAI\w{12,}/,
  /\bAIza[\w-]{30,}|\bya29\.[\w-]{8,}|\bGOCSPX-[\w-]{16,}|\b1\/\/0[\w-]{16,}|^4\/[\w-]{8,}/,
  /\bgh[oprsu]_\w{20,}|\bgithub_pat_\w{20,}|\bgl[a-z]{2,6}-[\w-]{16,}|\bAT(?:ATT|CTT|BB)[\w=-]{16,}/,
  /\bxox[abceoprs](?:\.xox[bp])?-[\w-]{8,}|\bxapp-[\w-]{8,}|\bSG\.[\w-]{10,}\.[\w-]{10,}|\bwhsec_[\w+/]{16,}/,
  /\b(?:sk|rk|pk)_(?:live|test)_\w{10,}|\bsk-(?:[a-z\d]+-)*[\w-]{20,}|\bkey-[\da-f]{32}\b/,
  /\b(?:npm|hf|pul|figd|figo|shp[a-z]{2}|sntry[su]|glsa|glc|dckr_pat|dop_v1|doo_v1|lin_api|lin_oauth)_[\w+/=-]{16,}/,
  /\b(?:pscale_\w+|sbp|ntn|secret|rubygems|tfp|nfp|prefect|phc|pnu|rdme|patp|oy2)_[\w.-]{20,}|\bpypi-Ag[\w-]{16,}/,
  /\bhv[bsr]\.[\w-]{16,}|\bdapi[\da-f]{32}|\bdt0[a-z]\d\d\.[\w.]{16,}|\b(?:PMAK|NRAK|NRJS|AKCp|sq0[a-z]{3})-?\w{10,}/,
  /\b\d{8,10}:AA[\w-]{30,}|\bEAA[A-Z][A-Za-z\d]{20,}|\bSK[\da-f]{32}\b|\bpat[A-Za-z\d]{14}\.[\da-f]{40,}/,
  /\bAGE-SECRET-KEY-|-----BEGIN|^(?:Bearer|Basic)[ +][\w+/=.-]{8,}|\bM\.[CR]\d+_[\w.!*$-]{16,}/,
];

/** Whether a text holds what is a key or token by its form alone. */
export const hasSecretFormat = (text: string): boolean => FORMATS.some((format) => format.test(text));

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;

/** Lengths in letters and digits: of random text, of hexadecimal digits, and of what follows a doubtful name. */
const SHORTEST = { random: 20, hex: 32, doubtful: 6, capitals: 16 } as const;

/**
 * Whether a text is in an order that no word, date or number has: a run of hexadecimal digits as long as a key, or
 * letters and digits most of whose neighbours differ in kind. Identifiers of known form (UUID, ULID, dates) are none.
 */
export function looksRandom(text: string, shortest: number = SHORTEST.random): boolean {
  // What stands before the last `_` or `-` may be a prefix: `inv_…`.
  const run = text.replace(/[=~]+$/, '');
  if (UUID.test(run) || /^sha\d+[-:]/i.test(run) || /^01[\dA-HJKMNP-TV-Z]{24}$/.test(run)) return false;
  if (/^[\da-f]+$/i.test(run)) return run.length >= SHORTEST.hex && /\d/.test(run) && /[a-f]/i.test(run);
  if (/^[\w+/-]+$/.test(run) && isMixed(run)) {
    return !hasWords(run) && shareOfChanges(run, shortest) >= 0.35;
  }
  const longest = run.split(/[^A-Za-z\d]+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  if (/[?&=/:]/.test(run) || longest.length < run.length * 0.6 || (/[A-Z]/.test(run) && hasWords(run)))
    return false;
  return digitsOf(longest) >= 3 && shareOfChanges(longest, shortest) >= 0.2;
}

/** The same behind a name that may mean a secret: a few characters are enough, but no number, word or record's key. */
export function looksLikeCode(text: string): boolean {
  if (looksRandom(text, SHORTEST.capitals - 1)) return true;
  const plain = text.replace(/[^A-Za-z\d]/g, '');
  const kinds = changes(plain);
  if (/^(?:\d+[hms])+$/.test(text)) return false;
  const many = plain === text && /[a-z]/.test(plain) && digitsOf(plain) >= 2;
  if (many && (plain.length >= SHORTEST.capitals ? kinds >= 2 : plain.length >= 10 && kinds >= 4))
    return true;
  if (!/^[\w!%.~+/=-]+$/.test(text) || hasWords(text)) return false;
  if (/^[\da-f]{12,}$/i.test(plain) && kinds > 1) return plain === text;
  if (!/[a-z]/.test(plain)) return plain.length >= SHORTEST.capitals && plain === text && kinds >= 4;
  if (isMixed(plain)) return kinds >= 2 && shareOfChanges(plain, SHORTEST.doubtful) >= 0.3;
  return kinds >= 2 && plain === text && plain.length >= 10
    ? digitsOf(plain) >= 2
    : kinds >= 3 && plain.length >= SHORTEST.doubtful;
}

/** A UUID names a record; behind a word for a key, an invitation or a session it opens one. */
export const isUuid = (text: string): boolean => UUID.test(text);

const isMixed = (text: string): boolean => /[a-z]/.test(text) && /[A-Z]/.test(text);
const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

/** Whether most of a text is words as people write them: `Risk-Analysis`, `addEventListener`. */
function hasWords(text: string): boolean {
  const inWords = (text.match(/[A-Z]?[a-z]{3,}/g) ?? []).filter(
    (word) => !/[^aeiouy]{5}/i.test(word) && (word.match(/[aeiouy]/gi) ?? []).length >= word.length / 4,
  );
  return inWords.join('').length >= text.replace(/[^A-Za-z]/g, '').length * 0.6;
}

/** How many of a text's neighbouring letters and digits differ in kind, 0 to 1; 0 where it has too few of them. */
function shareOfChanges(text: string, shortest: number): number {
  const plain = text.replace(/[^A-Za-z\d]/g, '');
  return plain.length < shortest ? 0 : changes(plain) / (plain.length - 1);
}

function changes(plain: string): number {
  const kinds = Array.from(plain, kindOf);
  return kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
}

const kindOf = (character: string): string =>
  /\d/.test(character) ? '0' : /[a-z]/.test(character) ? 'a' : 'A';
