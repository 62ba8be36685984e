import { vocabularyOf, type Vocabulary } from '../assessment/vocabulary';
import type { Benchmark } from '../rubric/benchmark';
import { parseBenchmark, parseRubric } from '../rubric/load';
import type { Rubric } from '../rubric/schema';
import type { Result } from '../words/result';
import { success } from '../words/result';
import { wordsOf, type Catalogue, type Words } from '../words/words';
import { chooseLanguage } from '../words/choose-language';

/** Files of one folder that a build found by itself: their names, and the way to load one. */
export interface FileShelf {
  readonly names: readonly string[];
  load(name: string): Promise<unknown>;
}

/** Every file that ships with the pane; a new one in any of the folders needs no code. */
export interface Shelves {
  /** assets/locales: a catalogue a language. */
  readonly locales: FileShelf;
  /** rubric: a rubric a file. */
  readonly rubrics: FileShelf;
  /** rubric/published: a report's figures a file. */
  readonly published: FileShelf;
  /** rubric/samples: invented answers and figures to try things out with. */
  readonly samples: FileShelf;
}

export interface SpokenWords {
  readonly words: Words;
  readonly vocabulary: Vocabulary;
}

/** The words of the user's language, and what cells may say in any shipped one. `language` is a BCP 47 tag. */
export async function loadWords(locales: FileShelf, language: string): Promise<SpokenWords> {
  // Our own files, held to the English one's shape by a repository test.
  const catalogues = (await Promise.all(locales.names.map((name) => locales.load(name)))) as Catalogue[];
  const chosen = chooseLanguage(
    language,
    catalogues.map(({ meta }) => meta.language),
  );
  const catalogue = catalogues.find(({ meta }) => meta.language === chosen);
  if (catalogue === undefined) throw new Error(`No catalogue for "${chosen}"`);
  return { words: wordsOf(catalogue), vocabulary: vocabularyOf(catalogues) };
}

/** One rubric by its file name without `.json`; one that is not shipped is a bug of the build. */
export async function loadRubric(rubrics: FileShelf, name: string, words: Words): Promise<Result<Rubric>> {
  return parseRubric(await rubrics.load(name), `${name}.json`, words);
}

/** The published figures, in the order of their file names. */
export async function loadPublished(
  published: FileShelf,
  words: Words,
): Promise<Result<readonly Benchmark[]>> {
  const figures: Benchmark[] = [];
  for (const name of published.names) {
    const parsed = parseBenchmark(await published.load(name), `${name}.json`, words);
    if (!parsed.ok) return parsed;
    figures.push(parsed.value);
  }
  return success(figures);
}
