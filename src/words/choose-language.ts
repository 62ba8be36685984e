/**
 * The catalogue to speak: the wanted tag itself (`pt-BR`), else its language (`pt`), else a region of that language,
 * else English. `available` are the tags that catalogues are shipped for.
 */
export function chooseLanguage(wanted: string, available: readonly string[]): string {
  const tag = wanted.toLowerCase();
  const language = languageOf(tag);
  return (
    available.find((one) => one.toLowerCase() === tag) ??
    available.find((one) => one.toLowerCase() === language) ??
    available.find((one) => languageOf(one.toLowerCase()) === language) ??
    'en'
  );
}

const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;
