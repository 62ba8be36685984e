import type { Release } from '../../../src/rubric/release';
import { releaseCsv } from '../../../src/service/release/release-csv';
import { rubric, words } from '../../submission/fixtures';
import { hospitalRubric } from '../../rubric/second-rubric';
import { fill, range, released } from './fixtures';
import { MemoryStore } from './memory-store';

/** Reads a table by the grammar of RFC 4180, quoted fields and all. */
function parseCsv(text: string): string[][] {
  const fields = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  expect(fields.map(([whole]) => whole).join('')).toBe(text);
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of fields) {
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  expect(lines.pop()).toEqual([]);
  return lines;
}

function linesOf(csv: string): Record<string, string>[] {
  const [header = [], ...lines] = parseCsv(csv);
  return lines.map((fields) => {
    expect(fields).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, i) => [name, fields[i] ?? '']));
  });
}

const number = (text: string | undefined) => (text === '' ? undefined : Math.round(Number(text) * 100));

async function aRelease(): Promise<Release> {
  const store = new MemoryStore(rubric);
  await fill(store, range(0, 45));
  return released(store);
}

test('the table holds every figure of the release and no more', async () => {
  const release = await aRelease();
  const lines = linesOf(releaseCsv(release, rubric, words));
  const published = Object.entries(release.cells);
  const measures = published.flatMap(([key, cell]) =>
    'hidden' in cell
      ? []
      : Object.entries({ composite: cell.composite, ...cell.domains, ...cell.items }).map(
          ([id, measure]) => ({ key, id, measure }),
        ),
  );
  expect(measures.length).toBeGreaterThan(100);
  expect(lines).toHaveLength(published.length + measures.length);
  for (const { key, id, measure } of measures) {
    const line = lines.find((other) => other['cell'] === key && other['id'] === id);
    if ('hidden' in measure) {
      expect(line).toMatchObject({ hidden: measure.hidden, mean: '', median: '', answersAtLeast: '' });
      continue;
    }
    const { mean, p25, median, p75, margin, shares } = measure;
    const read = ['mean', 'p25', 'median', 'p75', 'margin'].map((name) => number(line?.[name]));
    expect(read).toEqual([mean, p25, median, p75, margin]);
    const steps = [0, 1, 2, 3, 4, 5].map((step) => line?.[`share${step}`]).filter((text) => text !== '');
    expect(steps).toEqual((shares ?? []).map(String));
    const [least = '', most = ''] = measure.answers.replace('+', '').split('-');
    expect(line).toMatchObject({ answersAtLeast: least, answersAtMost: most, hidden: '' });
  }
});

test('items stand in the order of the rubric, with their titles', async () => {
  const lines = linesOf(releaseCsv(await aRelease(), rubric, words));
  const items = lines.filter(({ cell, kind }) => cell === 'all' && kind === 'item');
  expect(items.map(({ id, title }) => [id, title])).toEqual(rubric.items.map(({ id, title }) => [id, title]));
});

test('a title cannot become a formula, and quotes and commas stay what they are', () => {
  const figure = { answers: '5-9', mean: 130, median: 100 };
  const release: Release = {
    schema: 'jsp-release/1',
    id: 'r1',
    cycle: '2026',
    rubric: { id: hospitalRubric.id, versions: ['0.2.0'] },
    made: '2027-03-31',
    previous: null,
    rules: { leastRows: 5, fullRows: 10, leastDifference: 5, greatestShare: 90, leastAgeDays: 90 },
    cells: {
      all: {
        asOf: 'r1',
        rows: '5-9',
        composite: figure,
        domains: { NETW: figure },
        items: { 'BUY-01': figure },
      },
      'size:5000-plus': { hidden: 'few' },
    },
    tree: { root: '0'.repeat(64), capacity: 64 },
    keyId: 'k'.repeat(43),
    signature: 's'.repeat(86),
  };
  const lines = linesOf(releaseCsv(release, hospitalRubric, words));
  expect(lines.find(({ id }) => id === 'BUY-01')?.['title']).toBe("'=1+1 as a title");
  expect(lines.find(({ id }) => id === 'NETW')?.['title']).toBe('Networks & "zones"');
  expect(lines.at(-1)).toMatchObject({
    cell: 'size:5000-plus',
    kind: 'rows',
    hidden: 'few',
    answersAtLeast: '',
  });
});
