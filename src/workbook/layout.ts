import { EVIDENCE_FIELDS } from '../assessment/evidence';
import type { Rubric } from '../rubric/schema';
import { absoluteAddress, absoluteArea, quotedSheet } from './address';
import { EVIDENCE_COUNTED_ROWS, EVIDENCE_HEADER_ROW } from './evidence-layout';
import type { SheetNames } from './sheet-names';

/** Columns of the Assessment sheet, 0-based. `rubricRow` and `state` are helpers behind the group; `levels` the first of six. */
export const ASSESSMENT = {
  headerRow: 5,
  firstRow: 6,
  /** Rows below the header that formulas search beside the header itself: room for rows people add. */
  searchedRows: 300,
  id: 0,
  domain: 1,
  item: 2,
  question: 3,
  level: 4,
  meaning: 5,
  next: 6,
  target: 7,
  evidence: 8,
  owner: 9,
  due: 10,
  notes: 11,
  check: 12,
  /** How many lines the Evidence sheet has for the item. */
  listed: 13,
  rubricRow: 14,
  state: 15,
  /** The descriptors of all six levels, in the row of the answer. */
  levels: 16,
} as const;

/** Columns of the Rubric sheet: content, then the calculation of one item a row behind the group. */
export const RUBRIC = {
  headerRow: 4,
  firstRow: 5,
  id: 0,
  domain: 1,
  title: 2,
  question: 3,
  levels: 4,
  evidence: 10,
  references: 11,
  source: 12,
  row: 13,
  entry: 14,
  reason: 15,
  state: 16,
  level: 17,
  targetEntry: 18,
  target: 19,
  gap: 20,
  gain: 21,
  priority: 22,
  shown: 23,
} as const;

/** Columns of the Scorecard's domain table; the first sixteen are the ones everybody knows it by. */
export const SCORECARD = {
  tilesRow: 3,
  /** How all answers are spread, in words. */
  distributionRow: 6,
  headerRow: 7,
  firstRow: 8,
  domain: 0,
  items: 1,
  applicable: 2,
  rated: 3,
  coverage: 4,
  mean: 5,
  median: 6,
  floor: 7,
  level: 8,
  low: 9,
  high: 10,
  target: 11,
  gap: 12,
  percent: 13,
  benchmark: 14,
  position: 15,
  counts: 16,
  unknown: 22,
  na: 23,
  blank: 24,
  invalid: 25,
  /** Helpers behind the group. */
  sum: 26,
  cumulative: 27,
  gapSum: 32,
  targetSum: 33,
  hundredths: 34,
  ratedFactor: 35,
  ratedShare: 36,
  applicableFactor: 37,
  lowShare: 38,
  highShare: 39,
} as const;

export const BENCHMARK = {
  metaRow: 3,
  metaColumn: 1,
  tableRow: 12,
  id: 0,
  figure: 1,
  mean: 2,
  p25: 3,
  median: 4,
  p75: 5,
} as const;

export const START = { profileRow: 18, valueColumn: 3 } as const;

/** Formula text for cells and columns of our sheets, under their current names. */
export interface References {
  readonly items: number;
  readonly domains: number;
  /**
   * A column of the Assessment from its header down over the searched rows. A range that began at the first item would be
   * pushed down by a row inserted above it, and a sort would carry an item out of it. No heading is an ID or a level.
   */
  readonly assessment: (column: number) => string;
  readonly assessmentCell: (row: number, column: number) => string;
  /** A column of the Rubric sheet over all items. */
  readonly rubric: (column: number) => string;
  readonly rubricCell: (index: number, column: number) => string;
  /** A column of the Scorecard over the domains; the cell of one domain (index) or of the overall row. */
  readonly scorecard: (column: number) => string;
  readonly scorecardCell: (index: number | 'overall', column: number) => string;
  /** A figure of the Benchmark table: row 0 is the composite, then the domains, then the items. */
  readonly benchmarkCell: (index: number, column: number) => string;
  /** The item column of the Evidence sheet's counted rows, from its header down. */
  readonly evidenceItems: string;
  readonly cell: (sheet: keyof SheetNames, row: number, column: number) => string;
}

export function referencesFor(rubric: Rubric, names: SheetNames): References {
  const items = rubric.items.length;
  const domains = rubric.domains.length;
  const sheet = (id: keyof SheetNames) => quotedSheet(names[id]);
  const cell = (id: keyof SheetNames, row: number, column: number) =>
    `${sheet(id)}!${absoluteAddress(row, column)}`;
  const down = (id: keyof SheetNames, row: number, column: number, rows: number) =>
    `${sheet(id)}!${absoluteArea({ row, column, rows, columns: 1 })}`;
  return {
    items,
    domains,
    assessment: (column) => down('assessment', ASSESSMENT.headerRow, column, 1 + ASSESSMENT.searchedRows),
    assessmentCell: (row, column) => cell('assessment', row, column),
    rubric: (column) => down('rubric', RUBRIC.firstRow, column, items),
    rubricCell: (index, column) => cell('rubric', RUBRIC.firstRow + index, column),
    scorecard: (column) => down('scorecard', SCORECARD.firstRow, column, domains),
    scorecardCell: (index, column) =>
      cell('scorecard', SCORECARD.firstRow + (index === 'overall' ? domains : index), column),
    benchmarkCell: (index, column) => cell('benchmark', BENCHMARK.tableRow + 1 + index, column),
    evidenceItems: down(
      'evidence',
      EVIDENCE_HEADER_ROW,
      EVIDENCE_FIELDS.indexOf('item'),
      1 + EVIDENCE_COUNTED_ROWS,
    ),
    cell,
  };
}
