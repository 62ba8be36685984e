import { readdirSync, readFileSync } from 'node:fs';
import sampleAnswers from '../../rubric/samples/answers.json';
import { parseBenchmark, parseRubric } from '../../src/rubric/load';
import { startingBenchmark } from '../../src/rubric/starting-benchmark';
import { meanOf, toHundredths } from '../../src/scoring/fraction';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { published, sample } from '../oracles/design';

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, json: JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as unknown }));
const count = (values: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
};

describe('every file that ships', () => {
  it.each(filesIn('rubric'))('rubric/$name is a rubric', ({ name, json }) => {
    expect(parseRubric(json, name, words)).toMatchObject({ ok: true });
  });

  it.each([...filesIn('rubric/published'), { name: 'release.json', json: sample }])(
    '$name is a benchmark',
    ({ name, json }) => {
      expect(parseBenchmark(json, name, words)).toMatchObject({ ok: true });
    },
  );
});

describe('the JSP rubric', () => {
  it('asks 44 items in four domains', () => {
    expect(count(jsp.items.map(({ domain }) => domain))).toEqual({ ORG: 10, RSK: 12, DES: 14, CMP: 8 });
  });

  it('says of each topic which source, if any, confirms it', () => {
    const statuses = count(jsp.items.map(({ provenance }) => provenance.status));
    expect(statuses).toEqual({ survey: 13, page: 4, jsp: 18, inferred: 9 });
  });

  it('says that its wording is not MDIC’s survey', () => {
    expect(jsp.notice).toMatch(/this project's own.*not MDIC's survey/);
  });

  it('names items by their domain, in order, without two of one title', () => {
    for (const { id } of jsp.domains) {
      const own = jsp.items.filter(({ domain }) => domain === id).map((item) => item.id);
      expect(own).toEqual(own.map((_, i) => `${id}-${String(i + 1).padStart(2, '0')}`));
    }
    expect(new Set(jsp.items.map(({ title }) => title)).size).toBe(44);
    expect(new Set(jsp.items.flatMap(({ levels }) => levels)).size).toBe(44 * 6);
  });

  it('explains every short name that its references use, and no other', () => {
    const known = Object.keys(jsp.abbreviations ?? {}).sort();
    const texts = jsp.items.flatMap(({ references }) => references.map(({ text }) => text));
    const used = texts.flatMap((text) => text.match(/\bFDA-\w+|\b\d{3}[A-Z]\b|\bMC\d\b|\bSSDF\b/g) ?? []);
    expect([...new Set(used)].sort()).toEqual(known);
  });

  it('keeps each reference in one piece', () => {
    const texts = jsp.items.flatMap(({ references }) => references.map(({ text }) => text));
    expect(texts.filter((text) => text.split('(').length !== text.split(')').length)).toEqual([]);
  });
});

describe('the published figures', () => {
  const [first] = published;

  it('give the composite 1.51 of 2022 as the mean of the four domain means', () => {
    const means = jsp.domains.map(({ id }) => ({ n: first?.domains[id]?.mean ?? NaN, d: 100 }));
    expect(toHundredths(meanOf(means)!)).toBe(first?.composite?.mean);
    expect(first?.composite?.mean).toBe(151);
  });

  it('are 1.86 for 2023, without domains, each with its source', () => {
    expect(
      published.map(({ id, composite, domains }) => [id, composite?.mean, Object.keys(domains).length]),
    ).toEqual([
      ['mdic-2022', 151, 4],
      ['mdic-2023', 186, 0],
    ]);
    for (const { source } of published) expect(source).toMatch(/report/i);
  });

  it('start a workbook with the first that has domain figures; none is a bug', () => {
    expect(startingBenchmark([...published].reverse()).id).toBe('mdic-2022');
    expect(() => startingBenchmark(published.slice(1))).toThrow('No published figures');
  });
});

describe('the samples', () => {
  it('say that they are invented', () => {
    expect(sample).toMatchObject({
      kind: 'sample',
      title: expect.stringMatching(/sample.*invented/i) as string,
    });
    expect(sample.source).toMatch(/invented/i);
  });

  it('speak of items and domains that the rubric has, quartiles in order', () => {
    expect(Object.keys(sample.items).sort()).toEqual(jsp.items.map(({ id }) => id).sort());
    expect(Object.keys(sample.domains).sort()).toEqual(jsp.domains.map(({ id }) => id).sort());
    const figures = [sample.composite, ...Object.values(sample.domains), ...Object.values(sample.items)];
    for (const figure of figures) {
      expect(figure?.p25).toBeLessThanOrEqual(figure?.median ?? -1);
      expect(figure?.median).toBeLessThanOrEqual(figure?.p75 ?? -1);
    }
  });

  it('answer every item', () => {
    expect(Object.keys(sampleAnswers.answers).sort()).toEqual(jsp.items.map(({ id }) => id).sort());
  });
});
