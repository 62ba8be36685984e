import type { RawAssessment } from '../assessment/assessment';
import type { Vocabulary } from '../assessment/vocabulary';
import type { Benchmark } from '../rubric/benchmark';
import type { Rubric } from '../rubric/schema';
import type { Words } from '../words/words';
import type { References } from './layout';
import type { SheetNames } from './sheet-names';

/** Everything a workbook is drawn from. The same input gives the same design. */
export interface DesignInput {
  readonly rubric: Rubric;
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  readonly names: SheetNames;
  /** What the Scorecard compares with at first. */
  readonly benchmark: Benchmark;
  /** Reference lines with their sources, never mixed with the benchmark. */
  readonly published: readonly Benchmark[];
  /** The benchmark cycle the row is for, such as 2026. */
  readonly cycle: string;
  /** Which workbook it is (`newWorkbookId`); one that is only compared with another needs none. */
  readonly id?: string;
  /** Answers to fill in; a blank workbook otherwise. */
  readonly answers?: RawAssessment;
}

export interface Blueprint extends DesignInput {
  readonly refs: References;
}
