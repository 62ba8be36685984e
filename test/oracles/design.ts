import en from '../../assets/locales/en.json';
import mdic2022 from '../../rubric/published/mdic-2022.json';
import mdic2023 from '../../rubric/published/mdic-2023.json';
import sampleRelease from '../../rubric/samples/release.json';
import { vocabularyOf } from '../../src/assessment/vocabulary';
import type { Benchmark } from '../../src/rubric/benchmark';
import { benchmarkSchema } from '../../src/rubric/benchmark';
import type { DesignInput } from '../../src/workbook/blueprint';
import { designWorkbook } from '../../src/workbook/design-workbook';
import { freeSheetNames } from '../../src/workbook/sheet-names';
import { jsp } from '../load-rubric';
import { english } from '../load-words';

export const vocabulary = vocabularyOf([en]);
export const published: readonly Benchmark[] = [mdic2022, mdic2023].map((json) =>
  benchmarkSchema.parse(json),
);
export const sample: Benchmark = benchmarkSchema.parse(sampleRelease);

/** The workbook every room is tested with; `change` replaces parts of its input. */
export function jspDesign(change: Partial<DesignInput> = {}) {
  const [benchmark] = published;
  if (!benchmark) throw new Error('No published benchmark');
  const names = freeSheetNames(english, []);
  return designWorkbook({
    rubric: jsp,
    words: english,
    vocabulary,
    names,
    benchmark,
    published,
    cycle: '2026',
    ...change,
  });
}
