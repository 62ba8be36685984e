import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Catalogue, Words } from '../words/words';
import { LOCAL_ORIGIN } from './origins';

/** The manifest's own words live in the catalogue; these two elements have no id to tell which. */
const KEY_OF_ELEMENT: Readonly<Record<string, string>> = { DisplayName: 'name', Description: 'about' };

/**
 * The manifest of one deployment: `template` (manifest.xml, which names localhost) with its origin replaced, and an
 * `Override` for every catalogue but the default one. `translations` are catalogues other than English.
 */
export function manifestFor(template: string, origin: string, translations: readonly Catalogue[]): string {
  const located = template.replaceAll(LOCAL_ORIGIN, origin);
  return located
    .replace(/<(DisplayName|Description) DefaultValue="([^"]*)"\/>/g, (whole, element: string) =>
      withOverrides(whole, element, 'Override', KEY_OF_ELEMENT[element] ?? '', translations),
    )
    .replace(/<bt:String id="addin\.(\w+)" DefaultValue="([^"]*)"\/>/g, (whole, key: string) =>
      withOverrides(whole, 'bt:String', 'bt:Override', key, translations),
    );
}

/** Refuses a manifest for the world that still points to the computer it was built on. */
export function withoutLocalhost(manifest: string, words: Words): Result<string> {
  const left = /[\w:/]*localhost[^"<]*/i.exec(manifest);
  return left === null
    ? success(manifest)
    : failed('manifest-local', words('addin.localLeft', { url: left[0] }));
}

function withOverrides(
  whole: string,
  element: string,
  override: string,
  key: string,
  translations: readonly Catalogue[],
): string {
  if (translations.length === 0) return whole;
  const lines = translations.map((catalogue) => {
    const words: Readonly<Record<string, string>> = catalogue.addin;
    const text = words[key];
    if (text === undefined) throw new Error(`No words for "addin.${key}" in "${catalogue.meta.language}"`);
    return `<${override} Locale="${localeOf(catalogue)}" Value="${escaped(text)}"/>`;
  });
  return `${whole.slice(0, -2)}>${lines.join('')}</${element}>`;
}

/** Office wants a region (de-DE); a catalogue may name a language alone (de). */
function localeOf(catalogue: Catalogue): string {
  const { language, region } = new Intl.Locale(catalogue.meta.language).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
