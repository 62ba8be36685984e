import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Vocabulary, vocabularyOf } from '../assessment/vocabulary';
import type { Benchmark } from '../rubric/benchmark';
import type { Rubric } from '../rubric/schema';
import { loadContent } from '../service/load-content';
import { parseShippedCycle, type Pins } from '../submission/shipped-cycle';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import { type Catalogue, type Words, wordsOf } from '../words/words';

/** The folder of the package that this module is in, as source or bundled: the nearest one with a manifest. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const ROOT = packageFolder();

/** Everything that ships as data, as the command line gets it from the project's folders. */
export interface Shipped {
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  readonly published: readonly Benchmark[];
  /** The folder of rubrics and published figures, as `loadContent` takes it. */
  readonly rubricDir: string;
  /** Where the page that takes a row is built into, by `npm run build:submit-page`. */
  readonly submitPage: string;
  readonly rubrics: readonly Rubric[];
  readonly cycle: string;
  readonly closes: string;
  readonly pins: Pins;
  readonly version: string;
  /** Whether this is the package with the command, and not the project. */
  readonly installed: boolean;
  rubric(id: string): Result<Rubric>;
}

/** Loads catalogues, figures and the cycle. `language` is a catalogue's file name, such as `en`. */
export function loadShipped(language: string): Result<Shipped> {
  const catalogues = jsonFiles('assets/locales').map((file) => readJson(file) as Catalogue);
  const catalogue = catalogues.find(({ meta }) => meta.language === language);
  if (catalogue === undefined) throw new Error(`No catalogue for "${language}" in assets/locales`);
  const words = wordsOf(catalogue);
  const rubricDir = join(ROOT, 'rubric');
  const content = loadContent(rubricDir, false, words);
  if (!content.ok) return content;
  const { rubrics, releases: published } = content.value;
  const { cycle, closes, pins } = parseShippedCycle(readJson('assets/cycle.json'));
  const { version, bin } = readJson('package.json') as { readonly version: string; readonly bin?: object };
  return success({
    words,
    vocabulary: vocabularyOf(catalogues),
    published,
    rubricDir,
    submitPage: join(ROOT, 'dist/submit'),
    rubrics,
    cycle,
    closes,
    pins,
    version,
    installed: bin !== undefined,
    rubric: (id) => findRubric(id, rubrics, words),
  });
}

function findRubric(id: string, rubrics: readonly Rubric[], words: Words): Result<Rubric> {
  const found = rubrics.find((rubric) => rubric.id === id);
  return found ? success(found) : failed('rubric-unknown', words('cli.rubricUnknown', { rubric: id }));
}

const jsonFiles = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`);

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
