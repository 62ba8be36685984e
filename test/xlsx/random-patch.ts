import type { RawAssessment } from '../../src/assessment/assessment';
import { readAssessment } from '../../src/assessment/read-assessment';
import type { Benchmark } from '../../src/rubric/benchmark';
import type { CellWrite } from '../../src/workbook/cell-writes';
import type { KnownResult } from '../../src/workbook/known-result';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { cellAt, readXlsx, type XlsxContent } from '../../src/xlsx/read-xlsx';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { type AnswerSet, answerSet, rawOf, type Typed } from '../oracles/answer-sets';
import { published, vocabulary } from '../oracles/design';
import { type ExpectedSheet, expectedSheet } from '../oracles/expected-sheet';
import { randomFrom } from '../oracles/random';
import type { Base } from './patched-bases';

export interface RandomPatch {
  readonly writes: readonly CellWrite[];
  readonly known: readonly KnownResult[];
  /** What the Scorecard has to show afterwards. */
  readonly expected: ExpectedSheet;
}

/** What a base says, read once. */
export interface ReadBase {
  readonly content: XlsxContent;
  /** Sheet and 0-based place of an item's cell, or of one of the profile. */
  readonly answer: (id: string, field: 'level' | 'target' | 'notes') => Omit<CellWrite, 'values'>;
  readonly profile: (field: keyof AnswerSet['profile']) => Omit<CellWrite, 'values'>;
  readonly evidence: string;
}

export function readBase({ bytes, name }: Base): ReadBase {
  const content = readXlsx(bytes, words);
  const file = readAssessmentFile(bytes, words);
  if (!content.ok || !file.ok) throw new Error(`${name} cannot be read`);
  const { map, raw } = file.value;
  const spot = (key: Parameters<typeof map.spot>[0]) => {
    const found = map.spot(key);
    if (!found) throw new Error(`${name} has no ${key}`);
    return found;
  };
  const rows = new Map(raw.rows.map(({ id, row }, i) => [id, (row ?? i) - 1]));
  return {
    content: content.value,
    answer: (id, field) => {
      const { sheet, column } = spot(`pointer.${field}`);
      const row = rows.get(id);
      if (row === undefined) throw new Error(`${name} has no row for ${id}`);
      return { sheet, row, column };
    },
    profile: (field) => spot(`pointer.${field}`),
    evidence: map.sheets.evidence ?? '',
  };
}

const TEXTS = [
  '=1+1',
  '+cmd|x',
  '@SUM(A1)',
  "'quoted",
  '_x0041_ _x000D_ _xZZZZ_',
  'bell\u0007 and \u0001',
  'one\r\ntwo\rthree\n',
  ' spaces  around ',
  '\ttab',
  '<b>&amp; "x" \']]>',
  'Zoë 😀 ｆｕｌｌ \u00a0\u2028',
  'half \ud83d',
  'https://wiki.example/a?b=c&d=%20',
  '2026-11-20',
  '007',
  'TRUE',
];

/** Programs take their time with the longest text that a cell takes: one patch in so many has it. */
const LONGEST = 'x'.repeat(32_767);
const HAS_LONGEST = 17;

/** The row below those that the Evidence sheet is made with. */
const BELOW_DESIGNED = 204;

/** Random answers for every item and the profile, and some lines of evidence, the same for the same number. */
export function randomPatch(base: Base, read: ReadBase, i: number): RandomPatch {
  const set = withoutFormulas(answerSet(jsp, i));
  const random = randomFrom(i * 31 + 5);
  const answers = jsp.items.flatMap(({ id }, n) =>
    (['level', 'target', 'notes'] as const).map((field) => ({
      ...read.answer(id, field),
      values: [[plain(set[field][n])]],
    })),
  );
  const profile = (['organization', 'size', 'detail'] as const).map((field) => ({
    ...read.profile(field),
    values: [[plain(set.profile[field])]],
  }));
  const value = () => {
    const kind = random();
    if (kind < 0.15) return null;
    if (kind < 0.4) return 46_000 + Math.floor(random() * 1440 * 300) / 1440;
    return TEXTS[Math.floor(random() * TEXTS.length)] ?? '';
  };
  const line = () => Array.from({ length: 8 }, (_, column) => (column === 0 ? 'ORG-01' : value()));
  const rows = [BELOW_DESIGNED, ...Array.from({ length: 4 }, () => 4 + Math.floor(random() * 230))];
  const evidence = rows.map((row) => ({ sheet: read.evidence, row, column: 0, values: [line()] }));
  const longest = { sheet: read.evidence, row: BELOW_DESIGNED, column: 6, values: [[LONGEST]] };
  const expected = expectedFor(rawOf(jsp, set));
  return {
    writes: [...answers, ...profile, ...evidence, ...(i % HAS_LONGEST === 0 ? [longest] : [])],
    known: i % 2 === 0 ? [] : knownScores(base, read, expected),
    expected,
  };
}

/** A patch writes values only. */
function withoutFormulas(set: AnswerSet): AnswerSet {
  const all = (list: readonly Typed[]) => list.map(plain);
  return { ...set, level: all(set.level), target: all(set.target), notes: all(set.notes) };
}

const plain = (typed: Typed | undefined): string | number | null =>
  typed === undefined || (typeof typed === 'object' && typed !== null) ? null : typed;

function expectedFor(raw: RawAssessment): ExpectedSheet {
  const assessment = readAssessment(raw, { rubric: jsp, words, vocabulary });
  return expectedSheet(jsp, assessment, published[0] as Benchmark);
}

/** The Scorecard as `src/scoring` has it, for the formulas that the file has there. */
function knownScores(
  { scorecard }: Base,
  { content }: ReadBase,
  expected: ExpectedSheet,
): readonly KnownResult[] {
  const sheet = content.sheets.find(({ name }) => name === scorecard.sheet);
  if (!sheet) throw new Error('There is no Scorecard');
  return expected.scorecard.flatMap((line, r) =>
    line.flatMap((value, c) => {
      const [row, column] = [scorecard.firstRow + r, 1 + c];
      const { formula } = cellAt(sheet, row, column);
      return formula === null ? [] : [{ sheet: scorecard.sheet, row, column, formula, value }];
    }),
  );
}
