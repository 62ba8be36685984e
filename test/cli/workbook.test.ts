import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import sampleAnswers from '../../rubric/samples/answers.json';
import { startingBenchmark } from '../../src/rubric/starting-benchmark';
import { newWorkbook } from '../../src/xlsx/new-workbook';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { published, vocabulary } from '../oracles/design';
import { answersFile } from './answers';
import { at, cli, given, SLOW } from './run-cli';

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const PLACES = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'Asia/Kathmandu', LANG: 'ne_NP.UTF-8' },
  { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8' },
];

it(
  'writes the same bytes in every time zone, twice, and those of a new workbook',
  async () => {
    const answers = given('sample.json', sampleAnswers);
    const runs = PLACES.flatMap((env, i) => [
      cli('workbook', ['--out', at(`blank${i}.xlsx`)], env),
      cli('workbook', ['--out', at(`filled${i}.xlsx`), '--answers', answers], env),
    ]);
    for (const { code, out } of await Promise.all(runs)) expect({ code, out }).toEqual({ code: 0, out: '' });
    const blank = PLACES.map((_, i) => sha256(at(`blank${i}.xlsx`)));
    const filled = PLACES.map((_, i) => sha256(at(`filled${i}.xlsx`)));
    expect([new Set(blank).size, new Set(filled).size]).toEqual([1, 1]);
    expect(blank[0]).not.toBe(filled[0]);
    const making = { rubric: jsp, words, vocabulary, published, cycle: '2026' };
    const made = newWorkbook({ ...making, benchmark: startingBenchmark(published) });
    expect(blank[0]).toBe(createHash('sha256').update(made).digest('hex'));
    expect(readFileSync(at('blank0.xlsx')).subarray(0, 2).toString()).toBe('PK');
  },
  SLOW,
);

it(
  'writes a wrong answer into its cell and names it',
  async () => {
    const answers = given('level7.json', answersFile({ 'ORG-02': { level: 7 }, 'CMP-01': { level: 'N/A' } }));
    const written = await cli('workbook', ['--out', at('level7.xlsx'), '--answers', answers]);
    expect(written.code).toBe(0);
    expect(written.err.split('\n')).toEqual([
      expect.stringContaining('ORG-02: "7" is not a level'),
      expect.stringContaining('CMP-01 says N/A without a reason'),
      expect.stringContaining('level7.xlsx'),
      '',
    ]);
    const scored = await cli('score', [at('level7.xlsx')]);
    expect(scored.code).toBe(1);
    const { problems } = JSON.parse(scored.out) as { problems: { item: string; code: string }[] };
    expect(problems.map(({ item, code }) => [item, code])).toEqual([
      ['ORG-02', 'level-invalid'],
      ['CMP-01', 'na-without-reason'],
    ]);
  },
  SLOW,
);

it(
  'writes nothing where an answer has no cell, and says which',
  async () => {
    const answers = given('stranger.json', answersFile({ 'ORG-77': { level: 3 }, 'org-01': { level: 1 } }));
    const { code, out, err } = await cli('workbook', ['--out', at('stranger.xlsx'), '--answers', answers]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/Nothing was written[^]*ORG-01 is answered more than once[^]*ORG-77 is not an item/);
    expect(existsSync(at('stranger.xlsx'))).toBe(false);
  },
  SLOW,
);

it(
  'refuses what it cannot do in words: 1 where something is wrong, 2 where it was called wrongly',
  async () => {
    const calls = {
      noOut: ['--answers', 'x.json'],
      unknownOption: ['--out', at('x.xlsx'), '--password', 'x'],
      unwritable: ['--out', at('no/such/folder/x.xlsx')],
      noAnswers: ['--out', at('x.xlsx'), '--answers', at('gone.json')],
      noRubric: ['--out', at('x.xlsx'), '--rubric', 'nobody'],
    };
    const names = Object.keys(calls) as (keyof typeof calls)[];
    const ran = await Promise.all(names.map((name) => cli('workbook', calls[name])));
    const said = Object.fromEntries(names.map((name, i) => [name, `${ran[i]?.code} ${ran[i]?.err}`]));
    expect(said).toEqual({
      noOut: expect.stringMatching(/^2 Usage: npm run --silent workbook/) as string,
      unknownOption: expect.stringMatching(/^2 .*--password.*\nUsage: npm run --silent workbook/) as string,
      unwritable: expect.stringMatching(/^1 .*x\.xlsx cannot be written: .*no such file/i) as string,
      noAnswers: expect.stringMatching(/^1 .*gone\.json cannot be read/) as string,
      noRubric: expect.stringMatching(/^1 There is no rubric "nobody"/) as string,
    });
    expect(existsSync(at('x.xlsx'))).toBe(false);
  },
  SLOW,
);
