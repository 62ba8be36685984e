import english from '../../assets/locales/en.json';
import rubricFile from '../../rubric/jsp.json';
import mdic2022 from '../../rubric/published/mdic-2022.json';
import mdic2023 from '../../rubric/published/mdic-2023.json';
import sampleRelease from '../../rubric/samples/release.json';
import { vocabularyOf } from '../../src/assessment/vocabulary';
import type { PaneProps } from '../../src/pane/ports';
import type { Benchmark } from '../../src/rubric/benchmark';
import { parseBenchmark, parseRubric } from '../../src/rubric/load';
import type { Rubric } from '../../src/rubric/schema';
import type { Result } from '../../src/words/result';
import { NO_PINS } from '../../src/submission/shipped-cycle';
import { type Words, wordsOf } from '../../src/words/words';
import type { Change } from '../../src/workbook/port';
import { FakeBenchmark } from './fake-benchmark';
import { FakeWorkbook } from './fake-workbook';

export const words: Words = wordsOf(english);

function loaded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

export const rubric: Rubric = loaded(parseRubric(rubricFile, 'jsp.json', words));
export const published: Benchmark = loaded(parseBenchmark(mdic2022, 'mdic-2022.json', words));
export const published2023: Benchmark = loaded(parseBenchmark(mdic2023, 'mdic-2023.json', words));
export const sampleBenchmark: Benchmark = loaded(parseBenchmark(sampleRelease, 'release.json', words));

/** Every item answered, levels and targets spread, one N/A and one Don't know. */
export const everyAnswer: readonly Change[] = rubric.items.flatMap(({ id }, at): Change[] => {
  const level = at === 3 ? 'N/A' : at === 17 ? "Don't know" : [2, 3, 1, 2, 4, 3, 2, 1, 3, 5, 2][at % 11]!;
  const notes: Change[] = at === 3 ? [{ item: id, field: 'notes', value: 'No budget of our own' }] : [];
  return [{ item: id, field: 'level', value: level }, { item: id, field: 'target', value: 3 }, ...notes];
});

/** What somebody wrote into an Evidence cell. */
export const CELL = 'QMS-POL-001, chapter 4';

/** The same, and in each row's Evidence cell what shows it: nothing is left to warn of. */
export const everyAnswerShown: readonly Change[] = [
  ...everyAnswer,
  ...rubric.items.map(({ id }): Change => ({ item: id, field: 'evidence', value: CELL })),
];

export const someAnswers: readonly Change[] = everyAnswer.slice(0, 40);

export interface FakePorts extends PaneProps {
  readonly workbook: FakeWorkbook;
  readonly benchmark: FakeBenchmark;
}

/** Ports in memory around an empty workbook, with a clock that stands still and countable randomness. */
export function fakePorts(options: Partial<Pick<PaneProps, 'words' | 'theme' | 'sample'>> = {}): FakePorts {
  const benchmark = new FakeBenchmark();
  benchmark.releasesOffered.push(published, sampleBenchmark);
  return {
    workbook: new FakeWorkbook(rubric),
    benchmark,
    words,
    vocabulary: vocabularyOf([english]),
    rubric,
    published: [published, published2023],
    pins: NO_PINS,
    theme: 'light',
    clock: () => '2026-11-23',
    random: (count) => new Uint8Array(count).fill(7),
    digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
    sha384: (bytes) => crypto.subtle.digest('SHA-384', bytes),
    verify: () => Promise.resolve(true),
    ...options,
  };
}
