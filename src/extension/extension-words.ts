import type { WordKey, WordValues } from '../words/words';

/** The words of the section `extension`; both a catalogue and the browser's own messages give them. */
export type ExtensionWords = (key: Extract<WordKey, `extension.${string}`>, values?: WordValues) => string;

/** The words as the browser speaks them, from `_locales` (chrome.i18n.getMessage). A missing key is a bug and throws. */
export function browserWords(message: (name: string) => string): ExtensionWords {
  return (key, values = {}) => {
    const text = message(key.slice('extension.'.length));
    if (text === '') throw new Error(`No message for "${key}"`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
