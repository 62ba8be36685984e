/** Finished HTML. Only this file makes it: a string that nobody escaped cannot be taken for it. */
class Markup {
  constructor(readonly text: string) {}
}
export type Html = Markup;

export type Child = Html | string | null | readonly Child[];
/** `undefined` leaves an attribute out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

const VOID = new Set(['meta', 'br']);
const NAME = /^[a-z][a-z0-9-]*$/i;
const RUNS_OR_LOADS = /^(script|iframe|object|embed|link|img|base|form)$/i;
const FORBIDDEN = /^(style|src|srcdoc|action|on.*)$/i;
/** A place of the page, or a relative address of this service. */
const OWN_ADDRESS = /^(#[\w-]+|(\.\.\/)*[\w-][\w./-]*)$/;

/**
 * One element; text and attribute values are escaped. What runs, loads, carries a style or points to another machine
 * has no place in a report, and throws: it would be a bug.
 */
export function element(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Html {
  if (!NAME.test(tag) || RUNS_OR_LOADS.test(tag)) throw new Error(`Not an element of a report: ${tag}`);
  const opening = `<${tag}${Object.entries(attributes).map(attributeText).join('')}>`;
  return new Markup(VOID.has(tag) ? opening : `${opening}${children.map(childText).join('')}</${tag}>`);
}

/** Several children without an element around them. */
export const fragment = (...children: readonly Child[]): Html => new Markup(children.map(childText).join(''));

/** Markup that is finished already: a drawing as Vega wrote it, the style sheet. Nothing in it may still need escaping. */
export const finished = (text: string): Html => new Markup(text);

export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function attributeText([name, value]: readonly [string, string | undefined]): string {
  if (value === undefined) return '';
  if (!NAME.test(name) || FORBIDDEN.test(name)) throw new Error(`Not an attribute of a report: ${name}`);
  if (name === 'href' && !OWN_ADDRESS.test(value))
    throw new Error(`Not an address of this service: ${value}`);
  return ` ${name}="${escapeText(value)}"`;
}

function childText(child: Child): string {
  if (child === null) return '';
  if (typeof child === 'string') return escapeText(child);
  return child instanceof Markup ? child.text : child.map(childText).join('');
}
