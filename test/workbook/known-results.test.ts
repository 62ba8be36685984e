import type { RawCell } from '../../src/assessment/assessment';
import { areaAddress, parseAddress } from '../../src/workbook/address';
import type { KnownResult } from '../../src/workbook/known-result';
import { knownResults } from '../../src/workbook/known-results';
import { designedCells } from '../../src/workbook/known/designed-cells';
import type { StandingCells } from '../../src/workbook/known/workbook-facts';
import { ASSESSMENT } from '../../src/workbook/layout';
import { freeSheetNames } from '../../src/workbook/sheet-names';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { type AnswerSet, answerSet, type Typed } from '../oracles/answer-sets';
import { jspDesign, sample, vocabulary } from '../oracles/design';
import { type OfficeValue, type OfficeWrite, scoreWithLibreOffice } from '../oracles/libreoffice';
import { randomFrom } from '../oracles/random';
import { countOf } from '../depth';

const SETS = countOf('knownResultSets');
const ITEMS = jsp.items.length;
const LAST = 6 + ITEMS;
const names = freeSheetNames(words, []);
const design = jspDesign({ benchmark: sample });
const designed = designedCells(design);

/** A workbook as somebody could leave it: answers of every kind, rows sorted, doubled and emptied, figures of their own. */
function writesOf(i: number): readonly OfficeWrite[] {
  const set = answerSet(jsp, i);
  const random = randomFrom(i + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const down = (column: string, values: readonly Typed[]): OfficeWrite => ({
    sheet: 'Assessment',
    address: `${column}7:${column}${LAST}`,
    values: values.map((value) => [constant(value)]),
  });
  const ids = jsp.items.map(({ id }) => id as string | null);
  const order = i % 4 === 1 ? ids.toSorted(() => random() - 0.5) : ids;
  if (i % 8 === 3) order.splice(Math.floor(random() * ITEMS), 1, null);
  if (i % 8 === 7) order.splice(5, 2, 'org-01', 'no-such-id');
  const figure = () => pick([null, null, 0, 1.5, 2.25, 3, 'n/a']);
  const { organization, size, detail } = set.profile;
  return [
    down('A', order),
    ...answersOf(set).map(([column, values]) => down(column, values)),
    down(
      'J',
      jsp.items.map(() => pick([null, 'Jo', ' Sam ', 7, '=1'])),
    ),
    down(
      'K',
      jsp.items.map(() => pick([null, 46_350, 46_350.5, 'soon'])),
    ),
    {
      sheet: 'Start',
      address: 'D19:D21',
      values: [organization, size, detail].map((cell) => [constant(cell)]),
    },
    {
      sheet: 'Benchmark',
      address: 'C14:F18',
      values: Array.from({ length: 5 }, () => Array.from({ length: 4 }, figure)),
    },
    {
      sheet: 'Evidence',
      address: 'A5:A54',
      values: Array.from({ length: 50 }, () => [pick([null, ...ids, 'org-02', 'ORG-02 ', 5])]),
    },
    { sheet: 'Benchmark', address: 'B4', values: [[pick(['Some report', null, '2026'])]] },
  ];
}

const answersOf = ({ level, target, notes }: AnswerSet) =>
  [
    ['E', level],
    ['H', target],
    ['L', notes],
  ] as const;

/** Where an answer is a formula nothing is known, which says nothing about the rest. */
const constant = (value: Typed): string | number | null =>
  value !== null && typeof value === 'object' ? null : value;

function cellsAfter(writes: readonly OfficeWrite[]): StandingCells {
  const written = new Map<string, RawCell>();
  for (const { sheet, address, values } of writes) {
    const first = parseAddress(address.split(':')[0] ?? '');
    if (!first) throw new Error(`No address: ${address}`);
    values.forEach((line, r) =>
      line.forEach((value, c) =>
        written.set(`${sheet}!${first.row + r}:${first.column + c}`, constant(value)),
      ),
    );
  }
  return (sheet, row, column) => {
    const value = written.get(`${sheet}!${row}:${column}`);
    return value === undefined ? designed(sheet, row, column) : { value, formula: null };
  };
}

const knownFor = (cells: StandingCells) =>
  knownResults({ rubric: jsp, words, vocabulary, names, design, cells });

/** The rectangle of each sheet that holds known results. */
const AREAS = {
  Start: { row: 24, column: 3, rows: 4, columns: 2 },
  Assessment: { row: 3, column: 0, rows: 3 + ITEMS, columns: 22 },
  Scorecard: { row: 0, column: 0, rows: 24, columns: 26 },
  Roadmap: { row: 4, column: 0, rows: ITEMS, columns: 12 },
} as const;

it(`knows only what LibreOffice computes, for ${SETS} sets of answers`, async () => {
  const sets = Array.from({ length: SETS }, (_, i) => writesOf(i));
  const places = Object.entries(AREAS);
  const reads = places.map(([sheet, area]) => ({ sheet, address: areaAddress(area) }));
  const { results } = await scoreWithLibreOffice({ file: writeXlsx(design), sets, reads });
  let compared = 0;
  const wrong = sets.flatMap((writes, i) => {
    const computed = ({ sheet, row, column }: KnownResult): OfficeValue | undefined => {
      const at = places.findIndex(([name]) => name === sheet);
      const area = places[at]?.[1];
      return area && results[i]?.[at]?.[row - area.row]?.[column - area.column];
    };
    return knownFor(cellsAfter(writes)).flatMap((known) => {
      compared += 1;
      const found = computed(known) ?? null;
      const same =
        typeof known.value === 'number' && typeof found === 'number'
          ? Math.abs(known.value - found) <= 1e-12
          : known.value === found;
      const place = `${known.sheet}!${areaAddress({ ...known, rows: 1, columns: 1 })}`;
      return same
        ? []
        : [`set ${i}, ${place}: ${JSON.stringify(known.value)} is not ${JSON.stringify(found)}`];
    });
  });
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(compared).toBeGreaterThan(SETS * 500);
}, 120_000);

describe('nothing is known', () => {
  const changed =
    (sheet: string, row: number, column: number, cell: ReturnType<StandingCells>): StandingCells =>
    (...at) =>
      at[0] === sheet && at[1] === row && at[2] === column ? cell : designed(...at);

  it.each<[string, Parameters<typeof changed>]>([
    ['where an answer is a formula', ['Assessment', 6, 4, { value: 3, formula: '=Team!B2' }]],
    ['where a level of the calculation was typed over', ['Rubric', 5, 17, { value: 5, formula: null }]],
    ['where a formula of the Scorecard was changed', ['Scorecard', 8, 27, { value: 1, formula: '=1' }]],
    ['where a descriptor was rewritten', ['Rubric', 5, 4, { value: 'our own words', formula: null }]],
  ])('%s', (_, change) => {
    expect(knownFor(designed).length).toBeGreaterThan(500);
    expect(knownFor(changed(...change))).toEqual([]);
  });

  it('of a row whose look-up was changed, though of all others', () => {
    const known = knownFor(changed('Assessment', 8, ASSESSMENT.rubricRow, { value: 1, formula: '=1' }));
    const inRow = (row: number) =>
      known.filter((result) => result.sheet === 'Assessment' && result.row === row);
    expect(inRow(8)).toEqual([]);
    expect(inRow(9)).toHaveLength(12);
  });

  it('of a line of the Roadmap whose look-up was changed', () => {
    const known = knownFor(changed('Roadmap', 6, 11, { value: 1, formula: '=1' }));
    const rows = new Set(known.filter(({ sheet }) => sheet === 'Roadmap').map(({ row }) => row));
    expect([rows.has(5), rows.has(6), rows.has(7)]).toEqual([true, false, true]);
  });

  it('of a comparison with a figure of more than two decimals', () => {
    const known = knownFor(changed('Benchmark', 14, 2, { value: 1.505, formula: null }));
    const columns = known
      .filter(({ sheet, row }) => sheet === 'Scorecard' && row === 8)
      .map(({ column }) => column);
    expect(columns).not.toContain(14);
    expect(columns).not.toContain(15);
  });
});

it('takes formulas that differ in letter case, white space and how FALSE is spelled for the same', () => {
  const respelled: StandingCells = (...at) => {
    const { value, formula } = designed(...at);
    return { value, formula: formula?.replaceAll('IF(', 'if( ').replaceAll('FALSE', 'false()') ?? null };
  };
  const values = (cells: StandingCells) => knownFor(cells).map(({ formula: _, ...known }) => known);
  expect(values(respelled)).toEqual(values(designed));
});
