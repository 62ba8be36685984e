import type { Catalogue } from '../../words/words';

/** Sections whose words the side panel says before a file is opened. */
const SECTIONS = ['meta', 'answer', 'profile', 'extension', 'panel'] as const;

/** What it says there in words of the pane, by how their keys begin. */
const PANE_WORDS = [
  'product',
  'tryAgain',
  'loading',
  'viewFailed',
  'searchLabel',
  'searchHint',
  'itemsFound',
  'evidence',
  'wholeValue',
  'shorten',
] as const satisfies readonly Beginning[];

/** A key of the pane's section, with or without its plural form. */
type Beginning = keyof Catalogue['pane'] | Beginnings<keyof Catalogue['pane']>;
type Beginnings<Key> = Key extends `${infer Plural}_other` ? Plural : never;

/** The part of a catalogue that the side panel opens with; the rest is loaded with the pane. A test holds it to what is said. */
export function firstCatalogue(catalogue: Catalogue): Partial<Catalogue> {
  const sections = Object.fromEntries(SECTIONS.map((section) => [section, catalogue[section]]));
  const pane = Object.entries(catalogue.pane).filter(([key]) =>
    PANE_WORDS.some((beginning) => key.startsWith(beginning)),
  );
  return { ...sections, pane: Object.fromEntries(pane) as Catalogue['pane'] };
}
