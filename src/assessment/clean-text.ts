import { cleanedAddress, type CleanedAddress } from './clean-address';
import { decodedPair } from './secret-parts';

const ADDRESS = /https?:\/\/[^\s<>"'`]+|[^\s<>"'`]*[/?#;][^\s<>"'`]*/gi;
const AFTER = /[).,;:!?\]»”]+$/;
/** A shorter text stands in a title or a quote by chance. */
const SHORTEST_SECRET = 6;

/**
 * A title or a quote without secrets: of every address in it, written with its scheme or without, the parts that
 * `cleanAddress` takes out, and what was taken out of the page's own address wherever it stands again.
 */
export function cleanText(text: string, page: CleanedAddress): string {
  const own = page.leftOut
    .flatMap((part) => [part, ...decodedPair(part)])
    .filter((part) => part !== null && part.length >= SHORTEST_SECRET && !text.endsWith(`.${part}`));
  const open = text.replace(ADDRESS, withoutSecrets);
  return own.reduce<string>((left, part) => (isName(part) ? left : left.replaceAll(part ?? '', '…')), open);
}

/** What stands before a `=` is a name, and stays. */
const isName = (part: string | null): boolean => part === null || /^[a-z_-]+$/i.test(part);

function withoutSecrets(found: string): string {
  const end = AFTER.exec(found)?.[0] ?? '';
  const written = found.slice(0, found.length - end.length);
  const before = /^https?:\/\//i.test(written)
    ? ''
    : /^[\w.-]+\.[a-z]{2,}(?::\d+)?[/?#]/i.test(written)
      ? 'https://'
      : 'https://page.invalid/';
  if (!URL.canParse(before + written)) return found;
  const cleaned = cleanedAddress(before + written);
  // Too long to be kept as an address, and so too long to be looked at.
  if (cleaned === null) return '…';
  return cleaned.leftOut.length === 0 ? found : cleaned.address.slice(before.length) + end;
}

/**
 * What an untitled page is called. Browsers call it by its address, with or without the scheme, decoded or cut: then it
 * is called by its clean address or, for a file, by its name. Null where the title is one.
 */
export function untitledName(title: string, { address }: CleanedAddress): string | null {
  const { host, pathname } = new URL(address);
  const bare = title
    .trim()
    .replace(/^\w+:\/\//, '')
    .replace(/^[^/\s@]*@/, '')
    .replace(/^www\./, '');
  const site = host.replace(/^www\./, '');
  if (title.trim() !== '' && !(bare.startsWith(site) && /^[/?#]/.test(bare.slice(site.length)))) return null;
  if (title.trim() === '') return host;
  const file = pathname.split('/').at(-1) ?? '';
  return /^[\w.~-]+\.[a-z\d]{1,8}$/i.test(file) ? file : address;
}
