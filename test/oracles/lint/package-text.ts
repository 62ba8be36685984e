import { strFromU8, unzipSync } from 'fflate';

/** The parts of a package as text, by path. */
export type PackageText = ReadonlyMap<string, string>;

export const packageText = (file: Uint8Array): PackageText =>
  new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));

export interface XmlElement {
  readonly inner: string;
  attribute(name: string): string | undefined;
}

/** Every element of a name in the XML that our writer makes; such elements do not hold one another. */
export function elements(xml: string, name: string): XmlElement[] {
  const pattern = new RegExp(`<${name}((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map(([, attributes = '', inner = '']) => ({
    inner,
    attribute(wanted) {
      const value = new RegExp(`\\s${wanted}="([^"]*)"`).exec(attributes)?.[1];
      return value === undefined ? undefined : unescaped(value);
    },
  }));
}

/** Text content of the first element of a name; undefined where there is none. */
export function textOf(xml: string, name: string): string | undefined {
  const found = elements(xml, name)[0];
  return found && unescaped(found.inner);
}

export const unescaped = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** 1-based corners of `B7:C9`; null for anything else. */
export interface Corners {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
export function corners(reference: string): Corners | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(reference);
  if (!match?.[1] || !match[2]) return null;
  const found = {
    top: Number(match[2]),
    left: columnNumber(match[1]),
    bottom: Number(match[4] ?? match[2]),
    right: columnNumber(match[3] ?? match[1]),
  };
  const inside = found.top >= 1 && found.bottom <= 1_048_576 && found.right <= 16_384;
  return inside && found.top <= found.bottom && found.left <= found.right ? found : null;
}

export const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

export const overlap = (a: Corners, b: Corners): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Says which values come more than once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

/** Whether the `count` attribute of a list says something else than there is. */
export function countDiffers(xml: string, list: string, actual: number): boolean {
  const said = elements(xml, list)[0]?.attribute('count');
  return said !== undefined && Number(said) !== actual;
}
