import en from '../../assets/locales/en.json';
import { vocabularyOf } from '../../src/assessment/vocabulary';
import type { Rubric } from '../../src/rubric/schema';
import { cellAddress } from '../../src/workbook/address';
import type { CellDesign, SheetDesign, SheetId, WorkbookDesign } from '../../src/workbook/design';
import { freeSheetNames } from '../../src/workbook/sheet-names';
import { wordsOf } from '../../src/words/words';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jsp } from '../load-rubric';
import { english } from '../load-words';
import { answerSet, rawOf } from '../oracles/answer-sets';
import { jspDesign, published, sample } from '../oracles/design';
import { lintXlsx } from '../oracles/lint-xlsx';
import { pseudoCatalogue } from '../repo/pseudo-catalogue';
import { hospitalRubric } from '../rubric/second-rubric';
import { designFaults } from './design-faults';
import { formulaParts } from './formula-parts';

const pseudo = pseudoCatalogue(en);
const pseudoWords = wordsOf(pseudo);
const inPseudo = jspDesign({
  words: pseudoWords,
  vocabulary: vocabularyOf([en, pseudo]),
  names: freeSheetNames(pseudoWords, []),
});
/** As large as the schema lets a rubric be. */
const largest: Rubric = {
  ...jsp,
  domains: Array.from('ABCDEFGH', (letter) => ({
    id: letter.repeat(4),
    name: `Domain ${letter}`,
    about: 'x',
  })),
  items: Array.from({ length: 200 }, (_, i) => {
    const domain = 'ABCDEFGH'.charAt(i % 8).repeat(4);
    return { ...jsp.items[i % 44]!, domain, id: `${domain}-${String(Math.floor(i / 8)).padStart(2, '0')}` };
  }),
};

const sheetOf = (design: WorkbookDesign, id: SheetId): SheetDesign =>
  design.sheets.find((sheet) => sheet.id === id)!;
const cellOf = (sheet: SheetDesign, address: string): CellDesign['content'] | undefined =>
  sheet.cells.find(({ row, column }) => cellAddress(row, column) === address)?.content;

const DESIGNS: readonly (readonly [string, WorkbookDesign])[] = [
  ['blank', jspDesign()],
  [
    'filled with every kind of answer',
    jspDesign({ answers: rawOf(jsp, answerSet(jsp, 5)), benchmark: sample }),
  ],
  ['of another rubric', jspDesign({ rubric: hospitalRubric })],
  ['of the largest rubric', jspDesign({ rubric: largest })],
  [
    'beside sheets of the same names',
    jspDesign({ names: freeSheetNames(english, ['start', 'RUBRIC', 'Scorecard (JSP)']) }),
  ],
  [
    'with names that need quotes',
    jspDesign({ names: { ...freeSheetNames(english, []), rubric: "R1's own, A1" } }),
  ],
  ['in a pseudo-language 40 % longer', inPseudo],
];

describe.each(DESIGNS)('the workbook %s', (_, design) => {
  it('has nothing that a spreadsheet would refuse, repair or compute differently', () => {
    expect(designFaults(design)).toEqual([]);
  });

  it('is a sound file', () => {
    expect(lintXlsx(writeXlsx(design))).toEqual([]);
  });
});

describe('the design', () => {
  const design = jspDesign();

  it('has ten sheets in the order of their tabs, the state very hidden', () => {
    expect(design.sheets.map(({ id, veryHidden }) => (veryHidden ? `(${id})` : id))).toEqual([
      ...[
        'start',
        'assessment',
        'scorecard',
        'roadmap',
        'evidence',
        'benchmark',
        'submission',
        'history',
        'rubric',
      ],
      '(state)',
    ]);
  });

  it('is the same for the same input', () => {
    expect(jspDesign()).toEqual(design);
  });

  it('has the columns that everybody finds them by', () => {
    const texts = (id: SheetId, row: number) =>
      sheetOf(design, id)
        .cells.filter((cell) => cell.row === row)
        .map(({ content }) => (typeof content === 'string' ? content : ''));
    expect(texts('assessment', 5).slice(0, 14).join(', ')).toBe(
      'ID, Domain, Item, Question, Level, What this level means, What the next level needs, Target, Evidence, Owner, Due, Notes or reason for N/A, Check, On Evidence sheet',
    );
    expect(texts('scorecard', 7).slice(0, 16).join(', ')).toBe(
      'Domain, Items, Applicable, Rated, Coverage, Mean, Median, Floor, Level, Low, High, Target, Gap, Percent to target, Benchmark, Position',
    );
  });

  it('lets a person type where answers go, and only there on the sheets that compute', () => {
    const unlocked = (id: SheetId) => {
      const cells = sheetOf(design, id).cells.filter(({ style }) => style.unlocked);
      return [...new Set(cells.map(({ column }) => column))];
    };
    expect(unlocked('assessment')).toEqual([4, 7, 8, 9, 10, 11]);
    expect(unlocked('start')).toEqual([3]);
    expect([
      ...unlocked('scorecard'),
      ...unlocked('roadmap'),
      ...unlocked('rubric'),
      ...unlocked('benchmark'),
    ]).toEqual([]);
    expect(design.sheets.filter((sheet) => !sheet.protected).map(({ id }) => id)).toEqual(['state']);
  });

  it('keeps every formula locked', () => {
    const open = design.sheets.flatMap(({ cells }) =>
      cells.filter(({ content, style }) => content !== null && typeof content === 'object' && style.unlocked),
    );
    expect(open).toEqual([]);
  });

  it('searches answers and evidence from their headings on, so that no row inserted above the first falls outside', () => {
    const ranges = design.sheets.flatMap(({ cells }) =>
      cells.flatMap(({ content }) =>
        content !== null && typeof content === 'object'
          ? [...content.formula.matchAll(/(Assessment|Evidence)!\$[A-Z]+\$(\d+):/g)].map(
              ([, sheet = '', row = '']) => `${sheet} from ${row}`,
            )
          : [],
      ),
    );
    expect([...new Set(ranges)].sort()).toEqual(['Assessment from 6', 'Evidence from 4']);
  });

  it('says in its level dropdown what the rubric calls the levels', () => {
    const prompt = (rubric: Rubric) =>
      sheetOf(jspDesign({ rubric }), 'assessment').validations.find(({ prompt: shown }) => shown)?.prompt
        ?.text;
    expect(prompt(jsp)).toContain(
      '0 Incomplete · 1 Initial · 2 Managed · 3 Defined · 4 Quantitatively Managed · 5 Optimizing',
    );
    expect(prompt(hospitalRubric)).toContain('0 None · 1 Some');
  });

  it('keeps typed text that looks like a formula as text', () => {
    const answer = {
      row: null,
      id: 'ORG-01',
      level: '=1+1',
      target: '+5',
      evidence: '@SUM(A1)',
      owner: '-x',
      due: null,
    };
    const answers = {
      rows: [{ ...answer, notes: '=HYPERLINK("https://evil.example","x")' }],
      profile: { organization: '=cmd', size: null, detail: null },
    };
    const filled = jspDesign({ answers });
    const sheet = sheetOf(filled, 'assessment');
    expect(['E7', 'H7', 'I7', 'J7', 'L7'].map((address) => cellOf(sheet, address))).toEqual([
      ...['=1+1', '+5', '@SUM(A1)', '-x', '=HYPERLINK("https://evil.example","x")'],
    ]);
    expect(cellOf(sheetOf(filled, 'start'), 'D19')).toBe('=cmd');
    expect(formulasOf(filled)).toEqual(formulasOf(design));
  });

  it('writes the codes of the profile as words, and what is no code as it was given', () => {
    const profile = { organization: 'hospital', size: 'huge', detail: 7 };
    const start = sheetOf(jspDesign({ answers: { rows: [], profile } }), 'start');
    expect(['D19', 'D20', 'D21'].map((address) => cellOf(start, address))).toEqual([
      'Hospital or health system',
      'huge',
      '7',
    ]);
  });
});

const formulasOf = (design: WorkbookDesign): string[] =>
  design.sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, content }) =>
      content !== null && typeof content === 'object'
        ? [`${name}!${cellAddress(row, column)}${content.formula}`]
        : [],
    ),
  );

describe('in another language', () => {
  const shown = inPseudo.sheets.filter(({ id }) => id !== 'state');

  it('shows no word that stands neither in the catalogue nor in the data', () => {
    const levels = jsp.levels.map(({ level, name }) => `${level} ${name}`);
    const data = new Set([...textsIn([jsp, published]), ...levels, 'composite']);
    const own = shown.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }) =>
        typeof content === 'string' && isForeign(content, data)
          ? [`${name}!${cellAddress(row, column)} ${content}`]
          : [],
      ),
    );
    expect(own).toEqual([]);
  });

  it('has in its formulas only codes, signs and the catalogue’s words', () => {
    const literals = shown
      .filter(({ id }) => id !== 'submission')
      .flatMap(({ cells }) => cells.map(({ content }) => content))
      .flatMap((content) =>
        content !== null && typeof content === 'object' ? formulaParts(content.formula).literals : [],
      )
      .filter((text) => !text.includes('['))
      .filter((text) => /\p{L}/u.test(text));
    expect([...new Set(literals)].sort()).toEqual(
      ['N/A', 'NA', "DON'T KNOW", 'rated', 'na', '<>na', 'unknown', 'blank', 'invalid'].sort(),
    );
  });

  it('keeps the choices of a dropdown whole: a cut word would not be understood', () => {
    const values = shown
      .flatMap(({ validations }) => validations)
      .flatMap(({ rule }) => (rule.kind === 'list' ? rule.values : []));
    expect(values.filter((value) => value.startsWith('[') !== value.endsWith(']'))).toEqual([]);
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Neither in the language's brackets nor part of the rubric, the figures or the row's field names. */
function isForeign(text: string, data: ReadonlySet<string>): boolean {
  if (/[[\]~]/.test(text) || data.has(text) || !/\p{L}/u.test(text)) return false;
  const isField = /^(?:cycle|organization|schema|size|(?:domains|items|overall|rubric)\.[\w.-]+)$/.test(text);
  const parts = text.split(/; |: |\. ?/).filter((part) => part !== '');
  return !isField && !parts.every((part) => [...data].some((known) => known.includes(part)));
}

it('lets no conditional format look at another sheet: Excel keeps such rules in an extension of the file', () => {
  const formulas = jspDesign().sheets.flatMap((sheet) =>
    sheet.conditionalFormats.map(({ formula }) => formula),
  );
  expect(formulas.length).toBeGreaterThan(20);
  expect(formulas.filter((formula) => formula.includes('!'))).toEqual(
    formulas.filter((formula) => formula.endsWith('="!"')),
  );
});
