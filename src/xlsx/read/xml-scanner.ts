import { Unreadable } from './unreadable';

/** An opening tag. Names are local: `x:row` is `row`, so that a file may use any prefix. */
export interface XmlTag {
  readonly name: string;
  /** Where the tag is in the text: its first character, and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** Value of an attribute by its local name; undefined where it is absent. */
  attribute(name: string): string | undefined;
}

/** An element without content is opened and closed too, the closing tag then being the empty text at its end. */
export interface XmlHandler {
  open(tag: XmlTag): void;
  close?(name: string, start: number, end: number): void;
  text?(text: string): void;
}

/**
 * Walks an XML document and calls the handler, without building a tree. Tags must nest and end; a DOCTYPE is refused,
 * and with it every entity but the five of XML 1.0. Throws `Unreadable`.
 */
export function scanXml(xml: string, part: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const bracket = xml.indexOf('<', at);
    const textEnd = bracket < 0 ? xml.length : bracket;
    if (textEnd > at && open.length > 0) handler.text?.(decoded(xml.slice(at, textEnd), part));
    if (bracket < 0) break;
    at = readMarkup(bracket);
  }
  if (open.length > 0) throw new Unreadable('damaged', part);

  function readMarkup(start: number): number {
    if (xml.startsWith('<!--', start)) return after('-->', start + 4);
    if (xml.startsWith('<?', start)) return after('?>', start + 2);
    if (xml.startsWith('<![CDATA[', start)) {
      const end = after(']]>', start + 9);
      handler.text?.(xml.slice(start + 9, end - 3));
      return end;
    }
    if (xml.startsWith('<!', start)) throw new Unreadable('doctype', part);
    const end = endOfTag(xml, start + 1, part);
    readTag(xml.slice(start + 1, end), start, end + 1);
    return end + 1;
  }

  function readTag(inside: string, start: number, end: number): void {
    if (inside.startsWith('/')) {
      const name = inside.slice(1).trim();
      if (open.pop() !== name) throw new Unreadable('damaged', part);
      handler.close?.(localName(name), start, end);
      return;
    }
    const empty = inside.endsWith('/');
    const name = /^[^\s/]+/.exec(inside)?.[0];
    if (name === undefined) throw new Unreadable('damaged', part);
    const attributes = inside.slice(name.length, empty ? -1 : undefined);
    handler.open({
      name: localName(name),
      start,
      end,
      attribute: (key) => attributeOf(attributes, key, part),
    });
    if (empty) handler.close?.(localName(name), end, end);
    else open.push(name);
  }

  function after(mark: string, from: number): number {
    const found = xml.indexOf(mark, from);
    if (found < 0) throw new Unreadable('damaged', part);
    return found + mark.length;
  }
}

/** Undoes ST_Xstring's `_xHHHH_` (ISO/IEC 29500-1 22.9.2.19). */
export const fromXString = (value: string): string =>
  value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The closing bracket of a tag, which may stand inside a quoted value too. */
function endOfTag(xml: string, from: number, part: string): number {
  const mark = /[>"'<]/g;
  mark.lastIndex = from;
  for (let found = mark.exec(xml); found; found = mark.exec(xml)) {
    const [character] = found;
    if (character === '>') return found.index;
    if (character === '<') break;
    const closing = xml.indexOf(character, found.index + 1);
    if (closing < 0) break;
    mark.lastIndex = closing + 1;
  }
  throw new Unreadable('damaged', part);
}

function attributeOf(attributes: string, wanted: string, part: string): string | undefined {
  // The bound on the name keeps the search linear, whatever the text.
  for (const match of attributes.matchAll(/([^\s="'<>]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [, name = '', double, single] = match;
    if (localName(name) === wanted) return decoded(double ?? single ?? '', part);
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities resolved and its lines ended by LF. Throws `Unreadable`. */
export function decoded(text: string, part: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&([^;&\s]{0,32};)?/g, (_, body: string | undefined) => {
    const character = body === undefined ? undefined : characterOf(body.slice(0, -1));
    if (character === undefined) throw new Unreadable('damaged', part);
    return character;
  });
}

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return Object.hasOwn(ENTITIES, entity) ? ENTITIES[entity] : undefined;
  const hex = /^#x([0-9A-Fa-f]{1,6})$/.exec(entity)?.[1];
  const decimal = /^#(\d{1,7})$/.exec(entity)?.[1];
  if (hex === undefined && decimal === undefined) return undefined;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
