import type { Catalogue } from '../words/words';

/** A file of `_locales`, as chrome.i18n reads it. */
export type LocaleMessages = Readonly<Record<string, { readonly message: string }>>;

/**
 * The catalogue's section `extension` as `_locales/<tag>/messages.json`: for the manifest, and for the worker, which is
 * too small to carry a catalogue. Our own {placeholders} stay as they are.
 */
export function localeMessages(catalogue: Catalogue): LocaleMessages {
  return Object.fromEntries(
    Object.entries(catalogue.extension).map(([key, text]) => [
      key,
      // `$` begins a placeholder of chrome.i18n.
      { message: text.replaceAll('$', '$$$$') },
    ]),
  );
}

/** The folder's name: `pt-BR` is pt_BR there. */
export const localeFolder = (catalogue: Catalogue): string => catalogue.meta.language.replace('-', '_');
