import type { Book } from './book';
import { cellValue } from './cell-content';
import type { CellScalar } from './cell-content';
import type { CellSet } from './cell-set';
import type { ValidationRule } from './validation-rule';
import { cellRule } from './validations';

/** Whether all cells satisfy their rules: `dataValidation.valid`; null where some do and some do not. */
export function areCellsValid(cells: CellSet): boolean | null {
  const { book, sheetId } = cells;
  const answers = new Set<boolean>();
  for (const area of cells.areas) {
    const present = book.engine.present(sheetId, area);
    if (present === null) continue;
    for (let row = present.top; row <= present.bottom; row++)
      for (let col = present.left; col <= present.right; col++)
        answers.add(isCellValid(book, sheetId, row, col));
  }
  return answers.size === 2 ? null : !answers.has(false);
}

/** Whether what stands in a cell satisfies its rule. */
export function isCellValid(book: Book, sheetId: string, row: number, col: number): boolean {
  return isValueValid(book, sheetId, row, col, cellValue(book.engine.getters, { sheetId, row, col }));
}

/** Whether a person may type a value into a cell, as far as its rule goes. */
export function isValueValid(
  book: Book,
  sheetId: string,
  row: number,
  col: number,
  value: CellScalar,
): boolean {
  const rule = cellRule(book, sheetId, row, col);
  if (rule === null) return true;
  if (value === '') return book.notes(sheetId).ignoreBlanks.at(row, col);
  if (typeof rule.list?.source === 'string' && !rule.list.source.startsWith('='))
    return listed(rule.list.source).includes(String(value).toLowerCase());
  return satisfiesDrawn(book, sheetId, row, col, rule, value);
}

const listed = (source: string): string[] => source.split(',').map((entry) => entry.trim().toLowerCase());

/** All other rules stand in the engine, which can test a value against them. */
function satisfiesDrawn(
  book: Book,
  sheetId: string,
  row: number,
  col: number,
  rule: ValidationRule,
  value: CellScalar,
): boolean {
  const current = cellValue(book.engine.getters, { sheetId, row, col });
  if (current !== value && rule.list === undefined) return satisfiesBounds(rule, value);
  return !book.engine.getters.isDataValidationInvalid({ sheetId, row, col });
}

/** Rules with plain numbers as bounds, for a value that is not in the cell yet; others are taken as satisfied. */
function satisfiesBounds(rule: ValidationRule, value: CellScalar): boolean {
  const bounds = rule.textLength ?? rule.wholeNumber ?? rule.decimal ?? rule.date ?? rule.time;
  if (bounds === undefined) return true;
  const subject = rule.textLength ? String(value).length : value;
  if (typeof subject !== 'number') return false;
  if (rule.wholeNumber && !Number.isInteger(subject)) return false;
  const [one, two] = [Number(bounds.formula1), Number(bounds.formula2 ?? 0)];
  if (Number.isNaN(one) || Number.isNaN(two)) return true;
  const between = subject >= one && subject <= two;
  return {
    Between: between,
    NotBetween: !between,
    EqualTo: subject === one,
    NotEqualTo: subject !== one,
    GreaterThan: subject > one,
    LessThan: subject < one,
    GreaterThanOrEqualTo: subject >= one,
    LessThanOrEqualTo: subject <= one,
  }[bounds.operator];
}
