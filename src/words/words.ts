/** The catalogue's shape is the English file's: a key that is not there does not compile. */
export type Catalogue = typeof import('../../assets/locales/en.json');

type Keys<C> = {
  [S in keyof C & string]: C[S] extends string ? never : `${S}.${keyof C[S] & string}`;
}[keyof C & string];
type WithoutPlural<K extends string> = K extends `${infer Base}_one`
  ? Base
  : K extends `${infer Base}_other`
    ? Base
    : K;
/** `section.key`; a pair `key_one` / `key_other` is asked for as `key` with a value `count`. */
export type WordKey = WithoutPlural<Keys<Catalogue>>;
export type WordValues = Readonly<Record<string, string | number>>;

export interface Words {
  /** The text of a key with its `{placeholders}` filled in. A missing key or value is a bug and throws. */
  (key: WordKey, values?: WordValues): string;
  /** BCP 47 tag of the catalogue, for `lang` and `Intl`. */
  readonly language: string;
}

/** Reads one catalogue. Plural forms follow `Intl.PluralRules` of the language (Unicode CLDR). */
export function wordsOf(catalogue: Catalogue): Words {
  const sections = catalogue as unknown as Record<string, Record<string, string>>;
  const language = catalogue.meta.language;
  // Made when a text first needs one: a command that counts nothing does not wait for them.
  let plural: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const formOf = (count: number): string => (plural ??= new Intl.PluralRules(language)).select(count);
  const digitsOf = (value: number): string =>
    (numbers ??= new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 })).format(
      value,
    );

  function textOf(key: string, values: WordValues): string {
    const dot = key.indexOf('.');
    const section = sections[key.slice(0, dot)] ?? {};
    const name = key.slice(dot + 1);
    const count = values['count'];
    const form =
      typeof count === 'number'
        ? (section[`${name}_${formOf(count)}`] ?? section[`${name}_other`])
        : undefined;
    const text = form ?? section[name];
    if (text === undefined) throw new Error(`No words for "${key}" in catalogue "${language}"`);
    return text;
  }

  const words = (key: WordKey, values: WordValues = {}): string =>
    textOf(key, values).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`No value "${name}" for words "${key}"`);
      return typeof value === 'number' ? digitsOf(value) : value;
    });
  return Object.assign(words, { language });
}
