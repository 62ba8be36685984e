import en from '../../assets/locales/en.json';
import type { WorkbookDesign } from '../../src/workbook/design';
import { freeSheetNames, SHEET_IDS } from '../../src/workbook/sheet-names';
import { shortened } from '../../src/workbook/shortened';
import { wordsOf } from '../../src/words/words';
import { english } from '../load-words';
import { jspDesign } from '../oracles/design';
import { formulaParts } from './formula-parts';

const named = (sheet: Partial<typeof en.sheet>) => wordsOf({ ...en, sheet: { ...en.sheet, ...sheet } });

describe('freeSheetNames', () => {
  it('takes the catalogue’s names where nobody else holds them', () => {
    expect(freeSheetNames(english, ['Data'])).toMatchObject({
      start: 'Start',
      history: 'Score history',
      state: 'JSP_state',
    });
  });

  it('goes out of the way of names in any letter case, and of its own', () => {
    const names = freeSheetNames(english, ['START', 'rubric', 'Rubric (JSP)', 'RUBRIC (jsp 2)']);
    expect([names.start, names.rubric, names.roadmap]).toEqual(['Start (JSP)', 'Rubric (JSP 3)', 'Roadmap']);
    const same = freeSheetNames(named({ roadmap: 'start', evidence: 'START' }), []);
    expect([same.start, same.roadmap, same.evidence]).toEqual(['Start', 'start (JSP)', 'START (JSP 2)']);
  });

  it('is legal whatever a language calls its sheets', () => {
    const names = freeSheetNames(
      named({
        start: "'Début'",
        assessment: 'Bewertung der Produktsicherheit im Betrieb',
        scorecard: 'A/B: [C]?*\\',
        roadmap: 'History',
        evidence: '📎'.repeat(20),
        benchmark: 'jsp_STATE',
      }),
      ['Bewertung der Produktsicherhei…'],
    );
    expect(names).toMatchObject({
      start: 'Début',
      assessment: 'Bewertung der Produktsic… (JSP)',
      scorecard: 'A B C',
      roadmap: 'History (JSP)',
      benchmark: 'jsp_STATE (JSP)',
    });
    for (const id of SHEET_IDS) expect(names[id].length).toBeLessThanOrEqual(31);
    expect(names.evidence).toBe(`${'📎'.repeat(15)}…`);
  });

  it('has names that the formulas follow', () => {
    const names = freeSheetNames(
      english,
      SHEET_IDS.map((id) => english(`sheet.${id === 'state' ? 'start' : id}`)),
    );
    const used = (design: WorkbookDesign) =>
      new Set(
        design.sheets.flatMap(({ cells }) =>
          cells.flatMap(({ content }) =>
            content !== null && typeof content === 'object' ? formulaParts(content.formula).sheets : [],
          ),
        ),
      );
    const design = jspDesign({ names });
    const drawn = new Set(design.sheets.map(({ name }) => name));
    expect(names.rubric).toBe('Rubric (JSP)');
    expect(used(design)).toContain('Rubric (JSP)');
    expect([...used(design)].filter((name) => !drawn.has(name))).toEqual([]);
    expect(used(design).has('Rubric')).toBe(false);
  });
});

describe('shortened', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab cd', 4, 'ab…'],
    ['a😀bc', 4, 'a😀…'],
    ['a😀bc', 3, 'a…'],
  ])('cuts %j to %i units: %j', (text, longest, expected) => {
    expect(shortened(text, longest)).toBe(expected);
  });
});
