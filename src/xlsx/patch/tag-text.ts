/** A tag with an attribute set, or without it where the value is null; the rest stays as it is written. The value is plain: no character of it needs escaping. */
export function withAttribute(tag: string, name: string, value: string | number | null): string {
  const found = attributeIn(tag, name);
  const text = value === null ? '' : ` ${name}="${value}"`;
  if (found) return tag.slice(0, found.index) + text + tag.slice(found.index + found.length);
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, end).trimEnd() + text + tag.slice(end);
}

/** The value of an attribute as it is written, by its full name; undefined where it is absent. */
export const attributeOf = (tag: string, name: string): string | undefined => attributeIn(tag, name)?.value;

/** `x:` of `<x:c r="A1">`, the empty text of `<c r="A1">`. */
export const prefixOf = (tag: string): string => /^<([^\s/>:]+:)/.exec(tag)?.[1] ?? '';

function attributeIn(
  tag: string,
  wanted: string,
): { index: number; length: number; value: string } | undefined {
  for (const match of tag.matchAll(/\s+([^\s="'<>/]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [whole, name, double, single] = match;
    if (name === wanted) return { index: match.index, length: whole.length, value: double ?? single ?? '' };
  }
  return undefined;
}
