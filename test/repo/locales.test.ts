import english from '../../assets/locales/en.json';
import { chooseLanguage } from '../../src/words/choose-language';
import { type Catalogue, wordsOf } from '../../src/words/words';
import { pseudoCatalogue } from './pseudo-catalogue';
import { filesUnder } from './source-files';

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** `section.key`, with the plural form taken off, and the placeholders of its text. */
function shapeOf(catalogue: Sections): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([section, texts]) =>
      Object.entries(texts).map(([key, text]): [string, string] => [
        `${section}.${key.replace(/_(?:zero|one|two|few|many|other)$/, '')}`,
        [...new Set(text.match(/\{\w+\}/g))].sort().join(' '),
      ]),
    ),
  );
}

const catalogues = filesUnder('assets/locales', /\.json$/).map(
  ({ path, text }) => [path, JSON.parse(text) as Catalogue] as const,
);

test('English is there, and no text of it is empty', () => {
  expect(catalogues.map(([path]) => path)).toContain('assets/locales/en.json');
  const empty = Object.entries(english as Sections).flatMap(([section, texts]) =>
    Object.entries(texts)
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${section}.${key}`),
  );
  expect(empty).toEqual([]);
});

test.each(catalogues)(
  '%s has every key of the English catalogue, and its placeholders',
  (_path, catalogue) => {
    expect(shapeOf(catalogue)).toEqual(shapeOf(english));
  },
);

test.each(catalogues)(
  '%s is named for its language and has the plural forms that it needs',
  (path, catalogue) => {
    const { language } = catalogue.meta;
    expect(path).toBe(`assets/locales/${language}.json`);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = Object.entries(catalogue as Sections).flatMap(([section, texts]) =>
      Object.keys(texts)
        .filter((key) => key.endsWith('_other'))
        .flatMap((key) => forms.map((form) => key.replace(/other$/, form)))
        .filter((key) => !(key in texts))
        .map((key) => `${section}.${key}`),
    );
    expect(missing).toEqual([]);
  },
);

test('a pseudo-language can be made of it: same keys, same placeholders, 40 % longer', () => {
  const pseudo = pseudoCatalogue(english);
  expect(shapeOf(pseudo)).toEqual(shapeOf(english));
  const words = wordsOf(pseudo);
  expect(words.language).toBe('en-XA');
  expect(words('answer.unknown')).toBe("[Dón't knów~~~~]");
  expect(words('sandbox.portTaken', { port: 4711, other: 4712 })).toContain('4711');
});

test.each([
  ['en-GB', 'en'],
  ['de', 'de'],
  ['DE-at', 'de'],
  ['pt-BR', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['fr-FR', 'en'],
  ['', 'en'],
])('who speaks %s reads %s', (wanted, chosen) => {
  expect(chooseLanguage(wanted, ['de', 'en', 'pt-BR'])).toBe(chosen);
});
