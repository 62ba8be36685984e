import * as z from 'zod/mini';
import en from '../../assets/locales/en.json';
import { explainIssue } from '../../src/words/explain-issue';
import { type Catalogue, type WordKey, type Words, wordsOf } from '../../src/words/words';
import { english } from '../load-words';

/** The English catalogue with a section of our own. */
const withTexts = (texts: Readonly<Record<string, string>>, language = 'en'): Words =>
  wordsOf({ ...en, meta: { ...en.meta, language }, test: texts } as Catalogue);
const ask = (words: Words, name: string, values?: Parameters<Words>[1]) =>
  words(`test.${name}` as WordKey, values);

describe('words', () => {
  it('fills every placeholder, each as often as it stands there', () => {
    const words = withTexts({ text: '{a} and {b}, {a} again' });
    expect(ask(words, 'text', { a: 'x', b: 'y' })).toBe('x and y, x again');
  });

  it('takes values as they are: braces and dollar signs in them mean nothing', () => {
    const words = withTexts({ text: '<{a}> {b}' });
    expect(ask(words, 'text', { a: '{b} $& $1', b: '' })).toBe('<{b} $& $1> ');
  });

  it('writes numbers without grouping, so that an id or a size stays one', () => {
    const words = withTexts({ text: '{n}' });
    expect([1234567, 0, 2.5, -1].map((n) => ask(words, 'text', { n }))).toEqual([
      '1234567',
      '0',
      '2.5',
      '-1',
    ]);
    expect(ask(withTexts({ text: '{n}' }, 'de'), 'text', { n: 2.5 })).toBe('2,5');
  });

  it('chooses the plural form of the language', () => {
    const texts = { item_one: '{count} item', item_other: '{count} items' };
    expect([0, 1, 2].map((count) => ask(withTexts(texts), 'item', { count }))).toEqual([
      '0 items',
      '1 item',
      '2 items',
    ]);
    const french = {
      item_one: '{count} point',
      item_many: '{count} de points',
      item_other: '{count} points',
    };
    expect([0, 1, 2, 1e6].map((count) => ask(withTexts(french, 'fr'), 'item', { count }))).toEqual([
      ...['0 point', '1 point', '2 points', '1000000 de points'],
    ]);
  });

  it('falls back to the other form where a language has more forms than the catalogue', () => {
    const words = withTexts({ item_one: 'one', item_other: 'other' }, 'pl');
    expect([1, 2, 5].map((count) => ask(words, 'item', { count }))).toEqual(['one', 'other', 'other']);
  });

  it('needs no plural where a text merely has a count', () => {
    expect(ask(withTexts({ text: '{count} of 44' }), 'text', { count: 3 })).toBe('3 of 44');
  });

  it.each(['test.none', 'none.text', 'test', 'test.item'])('throws for the missing key %s', (key) => {
    const words = withTexts({ item_one: 'a', item_other: 'b' });
    expect(() => words(key as WordKey)).toThrow(`No words for "${key}" in catalogue "en"`);
  });

  it('throws for a missing value', () => {
    expect(() => ask(withTexts({ text: 'a {b}' }), 'text')).toThrow('No value "b" for words "test.text"');
    expect(() => ask(withTexts({ text: 'a {b}' }), 'text', { a: 1 })).toThrow('No value "b"');
  });

  it('knows the language it speaks', () => {
    expect(english.language).toBe('en');
    expect(withTexts({}, 'pt-BR').language).toBe('pt-BR');
  });
});

describe('explainIssue', () => {
  const explain = (schema: z.ZodMiniType, value: unknown): string => {
    const parsed = schema.safeParse(value);
    if (parsed.success) throw new Error('the value was taken');
    return parsed.error.issues.map((issue) => explainIssue(issue, english)).join('; ');
  };

  it.each<[string, z.ZodMiniType, unknown, string]>([
    ['a wrong type', z.string(), 7, 'expected string'],
    ['a missing value', z.object({ a: z.int() }), {}, 'expected number'],
    ['a fraction', z.int(), 1.5, 'expected int'],
    ['a wrong choice', z.enum(['a', 'b']), 'c', 'expected one of a, b'],
    ['a wrong constant', z.literal('x/1'), 'x/2', 'expected one of x/1'],
    ['too little', z.array(z.int()).check(z.minLength(2)), [1], 'must be at least 2'],
    ['too much', z.string().check(z.maxLength(2)), 'abc', 'must be at most 2'],
    ['unknown fields', z.strictObject({}), { b: 1, c: 2 }, 'has a field that is not known: b, c'],
    ['a wrong form', z.string().check(z.regex(/^\d+$/)), 'x', 'does not have the form /^\\d+$/'],
    ['none of several', z.union([z.string(), z.int()]), true, 'is none of the allowed values'],
    ['anything else', z.string().check(z.refine(() => false)), 'x', 'is not valid'],
  ])('says %s in the catalogue’s words', (_, schema, value, said) => {
    expect(explain(schema, value)).toBe(said);
  });
});
