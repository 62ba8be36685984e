import type { KnownResult } from '../../workbook/known-result';
import { affectedCells, type Columns } from './affected-cells';
import { formulaCells } from './formula-cells';
import type { SheetValues } from './sheet-values';
import type { WorkbookParts } from './workbook-parts';
import { type StaleResult, writeResults } from './write-results';

/** What was written, what is known of the results that it has, and the sheets whose results are read as answers. */
export interface Written {
  /** New text of parts by their paths. */
  readonly changed: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, SheetValues>;
  readonly known: readonly KnownResult[];
  readonly answers: readonly string[];
}

/**
 * The worksheets, by path, in which results do not stand any more as they are stored. A formula that leads anywhere
 * (INDIRECT) keeps its result where it is read as an answer: every program that calculates does it anew.
 */
export function settleResults(
  file: WorkbookParts,
  { changed, values, known, answers }: Written,
): ReadonlyMap<string, string> {
  const sheets = file.sheets.map(({ name, part }) => {
    const xml = changed.get(part) ?? file.text(part);
    return { name, part, xml, formulas: formulaCells(xml, part) };
  });
  const tables = file.sheets.flatMap(({ name: sheet, part }) =>
    file.tables(part).flatMap(({ names }) => names.map((name) => ({ name, sheet }))),
  );
  const effect = affectedCells({ sheets, names: file.names, tables }, writtenColumns(values));
  const isAnswers = new Set(answers.map((name) => name.toLowerCase()));
  const settled = new Map<string, string>();
  for (const { name, part, xml, formulas } of sheets) {
    const results = knownOn(name, known);
    const stale = formulas.flatMap((cell): StaleResult[] => {
      const found = effect(name, cell);
      const result = results.get(`${cell.row} ${cell.column}`);
      if (found === 'none' && (result === undefined || cell.isShown())) return [];
      if (found === 'volatile' && isAnswers.has(name.toLowerCase())) return [];
      return [{ cell: cell.place(), known: result }];
    });
    if (stale.length > 0) settled.set(part, writeResults(xml, stale));
  }
  return settled;
}

const writtenColumns = (values: ReadonlyMap<string, SheetValues>): Columns =>
  new Map(
    [...values].map(([sheet, rows]) => [
      sheet,
      new Set([...rows.values()].flatMap((row) => [...row.keys()])),
    ]),
  );

const knownOn = (sheet: string, known: readonly KnownResult[]): ReadonlyMap<string, KnownResult> =>
  new Map(
    known
      .filter((result) => result.sheet.toLowerCase() === sheet.toLowerCase())
      .map((result) => [`${result.row} ${result.column}`, result]),
  );
