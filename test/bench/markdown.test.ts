import { readFileSync } from 'node:fs';
import { markdownTables, shownFigure, withSection } from './markdown';
import type { Figure } from './measure';

const SHOWN: readonly (readonly [Figure, string])[] = [
  [{ value: 4, unit: 'count' }, '4'],
  [{ value: 46_442, unit: 'count' }, '46,442'],
  [{ value: 1.5, unit: 'count' }, '1.50'],
  [{ value: 7.04, unit: 'ms' }, '7.0 ms'],
  [{ value: 846.6, unit: 'ms' }, '847 ms'],
  [{ value: 1_249, unit: 'ms' }, '1.2 s'],
  [{ value: 115.44, unit: 'KB' }, '115.4 KB'],
  [{ value: 978.4, unit: 'a second' }, '978'],
  [{ value: 0.738, unit: 'x' }, '0.74'],
];

test.each(SHOWN)('%j is shown as %s', (figure, shown) => {
  expect(shownFigure(figure)).toBe(shown);
});

test('a figure that was not measured is no figure', () => {
  expect(() => shownFigure({ value: NaN, unit: 'ms' })).toThrow('Not a figure');
});

test('tables are Markdown, texts as they stand, a blank line between them', () => {
  const one = { columns: ['what', 'time'], rows: [['a | b', { value: 12, unit: 'ms' }]] } as const;
  const other = { columns: ['rows'], rows: [['10,000']] };
  expect(markdownTables([one, other])).toBe(
    '| what | time |\n|---|---|\n| a \\| b | 12.0 ms |\n\n| rows |\n|---|\n| 10,000 |',
  );
});

test('a row that does not fit its heading is a bug', () => {
  expect(() => markdownTables([{ columns: ['a', 'b'], rows: [['only one']] }])).toThrow('1 cells below 2');
});

describe('a section of the document', () => {
  const document = 'Before\n<!-- bench rows -->\nold\n<!-- end of bench rows -->\nAfter\n';

  test('is replaced between its marks, and nothing else', () => {
    const once = withSection(document, 'rows', '| new $& |');
    expect(once).toBe('Before\n<!-- bench rows -->\n\n| new $& |\n\n<!-- end of bench rows -->\nAfter\n');
    expect(withSection(once, 'rows', '| new $& |')).toBe(once);
  });

  test('that is not there, or twice, is not guessed', () => {
    expect(() => withSection(document, 'release', '')).toThrow('no section "release"');
    expect(() => withSection(document + document, 'rows', '')).toThrow('or two');
  });

  test.each(['insertion', 'edit', 'screen', 'panel', 'rows', 'release', 'large'])(
    'of %s is in docs/measurements.md once',
    (name) => {
      const measurements = readFileSync('docs/measurements.md', 'utf8');
      expect(withSection(measurements, name, 'here')).toContain(`<!-- bench ${name} -->\n\nhere\n`);
    },
  );
});
