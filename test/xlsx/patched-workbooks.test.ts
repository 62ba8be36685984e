import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { areaAddress } from '../../src/workbook/address';
import type { CellWrite } from '../../src/workbook/cell-writes';
import { patchXlsx } from '../../src/xlsx/patch/patch-xlsx';
import { readXlsx, type XlsxContent } from '../../src/xlsx/read-xlsx';
import { english as words } from '../load-words';
import { differences } from '../oracles/expected-sheet';
import { runPython } from '../oracles/python';
import { changedMembers } from '../oracles/zip-members';
import { type Base, patchedBases } from './patched-bases';
import { type RandomPatch, randomPatch, type ReadBase, readBase } from './random-patch';
import { countOf } from '../depth';

const PATCHES = countOf('patchesOfAWorkbook');
const MINUTE = 60_000;

interface Patched {
  readonly base: Base;
  readonly read: ReadBase;
  readonly patch: RandomPatch;
  readonly bytes: Uint8Array;
  /** Of all that was read, what is asked for: hundreds of whole workbooks would fill the memory. */
  readonly results: readonly StoredResult[];
  readonly left: readonly Rows[];
  readonly file: string;
}
interface StoredResult {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly place: string;
  readonly value: unknown;
}
type Rows = readonly (readonly unknown[])[];

let folder = '';
let bases: readonly Base[] = [];
let all: readonly Patched[] = [];
let seenByOpenpyxl: readonly string[] = [];
let seenByLibreOffice: OfficeReadings['results'] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jsp-patched-'));
  bases = await patchedBases();
  all = bases.flatMap((base, b) => {
    const read = readBase(base);
    return Array.from({ length: PATCHES }, (_, i) => patchedOnce(base, read, b * PATCHES + i));
  });
  await Promise.all(all.map(({ file, bytes }) => writeFile(file, bytes)));
  await Promise.all(bases.map((base) => writeFile(fileOf(base), base.bytes)));
  const files = all.map(({ base, file }) => ({
    file,
    reads: [
      scorecardOf(base),
      ...base.added.map(usedArea),
      ...base.affected.map((sheet) => keptArea(base, sheet)),
    ],
  }));
  const pairs = all.map(({ base, patch, file }) => ({
    before: fileOf(base),
    after: file,
    written: [...base.arrayFill.map((place) => [...place, null]), ...cellsOf(patch)],
  }));
  const [compared, opened] = await Promise.all([
    runPython('openpyxl-compare.py', { pairs }, 10 * MINUTE),
    runPython('libreoffice-open.py', { files }, 10 * MINUTE),
  ]);
  seenByOpenpyxl = compared as readonly string[];
  seenByLibreOffice = (opened as OfficeReadings).results;
}, 15 * MINUTE);

afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (base: Base): string => join(folder, `${base.name}.xlsx`);

function patchedOnce(base: Base, read: ReadBase, i: number): Patched {
  const patch = randomPatch(base, read, i);
  const result = patchXlsx(base.bytes, patch, words);
  if (!result.ok) throw new Error(`${base.name} ${i}: ${result.failure.message}`);
  const content = readXlsx(result.value, words);
  if (!content.ok) throw new Error(`${base.name} ${i}: ${content.failure.message}`);
  return {
    base,
    read,
    patch,
    bytes: result.value,
    results: storedResults(content.value, base.affected),
    left: base.left.map((sheet) => storedRows(content.value, sheet)),
    file: join(folder, `${i}.xlsx`),
  };
}

it('has a workbook of every make for each patch', () => {
  expect(bases).toHaveLength(15);
  expect(all).toHaveLength(15 * PATCHES);
});

it('changes the members that it means to, and leaves every other one as it was to the byte', () => {
  const wrong = all.flatMap((patched) => {
    const changed = [...changedMembers(patched.base.bytes, patched.bytes)].sort();
    const meant = [...membersMeant(patched)].sort();
    return changed.join() === meant.join()
      ? []
      : [`${patched.base.name}: ${changed.join()} not ${meant.join()}`];
  });
  expect(wrong.slice(0, 5)).toEqual([]);
});

it('leaves no stored result that could be one of the old answers', () => {
  const wrong = all.flatMap(({ base, patch, results }, i) => {
    const calculated = new Map(
      base.affected.map((sheet, n) => [sheet, seenByLibreOffice[i]?.calculated[1 + base.added.length + n]]),
    );
    const known = new Map(
      patch.known.map(({ sheet, row, column, value }) => [`${sheet} ${row} ${column}`, value]),
    );
    // What does not depend on the answers keeps its result, such as what the Scorecard compares with.
    const isCurrent = ({ sheet, row, column, value }: StoredResult) =>
      isDeepStrictEqual(calculated.get(sheet)?.[row]?.[column], value);
    return results.flatMap((result) => {
      const { place, value } = result;
      return (known.has(place) ? known.get(place) === value : isCurrent(result))
        ? []
        : [`${base.name}: ${place} shows ${JSON.stringify(value)}`];
    });
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  const filled = all.filter(({ patch }) => patch.known.length > 0);
  expect(filled.length).toBeGreaterThan(0.4 * all.length);
  for (const { results, patch, base } of filled) {
    const stored = new Set(results.map(({ place }) => place));
    const places = patch.known.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`);
    expect(places.filter((place) => !stored.has(place)).map((place) => `${base.name}: ${place}`)).toEqual([]);
  }
});

it('is opened by openpyxl, which finds every written cell as written and every other one as it was', () => {
  expect(seenByOpenpyxl.slice(0, 5)).toEqual([]);
});

it('shows the right scores in LibreOffice, opened as a user opens it, and what is stored is what it calculates', () => {
  expect(seenByLibreOffice).toHaveLength(all.length);
  const wrong = seenByLibreOffice.flatMap(({ opened, calculated }, i) => {
    const { base, patch, left } = all[i] as Patched;
    const [scorecard = [], ...added] = opened;
    return [
      ...differences(scorecard, patch.expected.scorecard, 'opened'),
      ...differences(calculated[0] ?? [], patch.expected.scorecard, 'calculated'),
      ...base.added.flatMap((sheet, n) =>
        differences(calculated[n + 1] ?? [], added[n] ?? [], `${sheet} calculated`),
      ),
      ...base.left.flatMap((sheet, n) =>
        differences(left[n] ?? [], added[base.added.indexOf(sheet)] ?? [], `${sheet} stored`),
      ),
    ].map((text) => `${i} ${base.name}: ${text}`);
  });
  expect(wrong.slice(0, 10)).toEqual([]);
});

type OfficeRows = readonly (readonly (number | string)[])[];
interface OfficeReadings {
  readonly results: readonly {
    readonly opened: readonly OfficeRows[];
    readonly calculated: readonly OfficeRows[];
  }[];
}

const cellsOf = ({ writes }: RandomPatch) =>
  writes.flatMap(({ sheet, row, column, values }) =>
    values.flatMap((line, r) => line.map((value, c) => [sheet, row + r, column + c, asRead(value)])),
  );

/** Columns Items to Invalid, a row a domain and the overall row. */
const scorecardOf = ({ scorecard: { sheet, firstRow } }: Base) => ({
  sheet,
  address: areaAddress({ row: firstRow, column: 1, rows: 5, columns: 25 }),
});
/** Where results stand that may be kept. */
const keptArea = ({ scorecard }: Base, sheet: string) => ({
  sheet,
  address: sheet === scorecard.sheet ? 'A1:AN60' : 'A1:C100',
});
const usedArea = (sheet: string) => ({ sheet, address: 'A1:D4' });

function storedRows(content: XlsxContent, name: string): Rows {
  const rows = content.sheets.find((sheet) => sheet.name === name)?.rows;
  return [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => rows?.get(row)?.get(column)?.value ?? ''));
}

/** Formula cells that hold a result. */
function storedResults(content: XlsxContent, sheets: readonly string[]): readonly StoredResult[] {
  return content.sheets
    .filter(({ name }) => sheets.includes(name))
    .flatMap(({ name, rows }) =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { formula, value }]) =>
          formula === null || value === null
            ? []
            : [{ sheet: name, row, column, place: `${name} ${row} ${column}`, value }],
        ),
      ),
    );
}

/** The sheets that are written to, those that had results of old answers, the one that is given new ones, and the order to calculate. */
function membersMeant({ base, read, patch }: Patched): ReadonlySet<string> {
  const stale = base.affected.filter((name) => storedResults(read.content, [name]).length > 0);
  const filled = patch.known.length > 0 ? [base.scorecard.sheet] : [];
  const written = patch.writes.filter((write) => changesAny(read.content, write)).map(({ sheet }) => sheet);
  const sheets = new Set([...written, ...stale, ...filled]);
  const parts = unzipSync(base.bytes, {
    filter: ({ name }) => name.startsWith('xl/') && name.includes('workbook.xml'),
  });
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const relationships = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
  const pathOf = (sheet: string): string => {
    const tag = (workbook.match(/<sheet [^>]*>/g) ?? []).find((text) =>
      text.includes(`name="${escaped(sheet)}"`),
    );
    const id = /r:id="([^"]+)"/.exec(tag ?? '')?.[1] ?? '';
    const target = (relationships.match(/<Relationship [^>]*>/g) ?? []).find((text) =>
      text.includes(`Id="${id}"`),
    );
    return `xl/${(/Target="([^"]+)"/.exec(target ?? '')?.[1] ?? '').replace(/^\/xl\//, '')}`;
  };
  const orders = workbook.includes('fullCalcOnLoad="1"') ? [] : ['xl/workbook.xml'];
  return new Set([...[...sheets].map(pathOf), ...orders, ...base.tables]);
}

/** A value comes, or one goes. */
const changesAny = (content: XlsxContent, { sheet, row, column, values }: CellWrite): boolean =>
  values.some((line, r) =>
    line.some((value, c) => {
      const rows = content.sheets.find(({ name }) => name === sheet)?.rows;
      return (value !== null && value !== '') || rows?.get(row + r)?.has(column + c);
    }),
  );

const escaped = (name: string): string => name.replaceAll('&', '&amp;').replaceAll("'", '&apos;');

/** What XML 1.0 cannot hold is left out, and lines end with LF. */
function asRead(value: string | number | null): string | number | null {
  if (typeof value !== 'string') return value;
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, (character) => ('\t\n'.includes(character) ? character : ''));
  return text === '' ? null : text;
}
