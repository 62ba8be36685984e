export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One element. Attributes that are undefined are left out; values are escaped here, children must be XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${attributeValue(value)}"`;
  }
  return children.length === 0 ? `${tag}/>` : `${tag}>${children.join('')}</${name}>`;
}

/** Text content of an element. Characters that XML 1.0 cannot hold are dropped; see `xString` to keep them. */
export const text = (value: string): string => escaped(value);

/** The `_xHHHH_` form of ST_Xstring (ISO/IEC 29500-1 22.9.2.19): keeps control characters and text that looks like the escape itself. */
export function xString(value: string): string {
  return value
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNFIT, (character) =>
      isKept(character)
        ? character
        : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** Control characters, lone surrogates and the two non-characters of the basic plane. */
const UNFIT = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const isKept = (character: string): boolean =>
  character === '\t' || character === '\n' || (character >= '\x7f' && character <= '\x9f');

function attributeValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  return escaped(value).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

function escaped(value: string): string {
  return value
    .replace(UNFIT, (character) => (isKept(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
