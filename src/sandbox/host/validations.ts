import type { DataValidationCriterion } from '@odoo/o-spreadsheet';
import { addressOf } from './address';
import type { Area } from './area';
import { contains, intersection } from './area';
import { without } from './area-rules';
import type { Book } from './book';
import type { CellSet } from './cell-set';
import type { Bounds, ValidationRule } from './validation-rule';
import { notImplemented } from './api-error';

/** A rule as it stands in the engine, with the areas the engine moves along. */
interface Standing {
  readonly id: string;
  readonly rule: ValidationRule;
  readonly areas: readonly Area[];
}

function standing(book: Book, sheetId: string): Standing[] {
  const notes = book.notes(sheetId);
  return book.engine.getters.getDataValidationRules(sheetId).flatMap((drawn) => {
    const rule = notes.validation.get(drawn.id);
    if (rule === undefined) return [];
    const areas = drawn.ranges.map(({ zone: { top, left, bottom, right } }) => ({
      top,
      left,
      bottom,
      right,
    }));
    const [formula] = drawn.criterion.values;
    const custom = rule.custom && formula !== undefined ? { custom: { formula } } : rule;
    return [{ id: drawn.id, rule: custom, areas }];
  });
}

/** The rule all cells have; `None`, or `MixedCriteria` (some have none), or `Inconsistent` (different ones). */
export function ruleOf(cells: CellSet): ValidationRule | 'None' | 'MixedCriteria' | 'Inconsistent' {
  const rules = standing(cells.book, cells.sheetId).filter(({ areas }) =>
    areas.some((area) => cells.areas.some((asked) => intersection(area, asked) !== null)),
  );
  const [first, ...others] = rules;
  if (first === undefined) return 'None';
  if (others.some(({ rule }) => JSON.stringify(rule) !== JSON.stringify(first.rule))) return 'Inconsistent';
  const left = rules
    .flatMap(({ areas }) => areas)
    .reduce((open, area) => open.flatMap((part) => without(part, area)), [...cells.areas]);
  return left.length > 0 ? 'MixedCriteria' : first.rule;
}

/** The rule of one cell. */
export function cellRule(book: Book, sheetId: string, row: number, column: number): ValidationRule | null {
  const cell = { top: row, bottom: row, left: column, right: column };
  return (
    standing(book, sheetId).find(({ areas }) => areas.some((area) => contains(area, cell)))?.rule ?? null
  );
}

/** Gives all cells one rule in place of those they had. */
export function setValidation(cells: CellSet, rule: ValidationRule): void {
  const { book, sheetId } = cells;
  const { engine } = book;
  for (const area of cells.areas) engine.ensure(sheetId, area);
  const areas = cells.areas.flatMap((area) => engine.present(sheetId, area) ?? []);
  const [first] = areas;
  if (first === undefined) return;
  const id = engine.model.uuidGenerator.uuidv4();
  const ranges = areas.map((area) => engine.getters.getRangeDataFromZone(sheetId, area));
  const criterion = engineCriterion(rule, addressOf({ ...first, bottom: first.top, right: first.left }));
  engine.dispatch('ADD_DATA_VALIDATION_RULE', { sheetId, ranges, rule: { id, criterion, isBlocking: true } });
  book.notes(sheetId).validation.set(id, rule);
}

/** Takes the rules off all cells; what rules cover elsewhere stays. */
export function clearValidation(cells: CellSet): void {
  const { book, sheetId } = cells;
  const { engine } = book;
  for (const drawn of engine.getters.getDataValidationRules(sheetId)) {
    const areas = drawn.ranges.map(({ zone }): Area => zone);
    const left = cells.areas.reduce((open, area) => open.flatMap((part) => without(part, area)), areas);
    if (left.length === areas.length && left.every((part, index) => part === areas[index])) continue;
    if (left.length === 0) engine.dispatch('REMOVE_DATA_VALIDATION_RULE', { sheetId, id: drawn.id });
    else
      engine.dispatch('ADD_DATA_VALIDATION_RULE', {
        sheetId,
        ranges: left.map((area) => engine.getters.getRangeDataFromZone(sheetId, area)),
        rule: { id: drawn.id, criterion: drawn.criterion, isBlocking: drawn.isBlocking ?? true },
      });
  }
}

/** What the engine draws and asks for a rule; `cell` is the first cell, for rules it only knows as a formula. */
function engineCriterion(rule: ValidationRule, cell: string): DataValidationCriterion {
  if (rule.list) return listCriterion(rule.list.source);
  if (rule.custom) return { type: 'customFormula', values: [asFormula(rule.custom.formula)] };
  if (rule.textLength) return formulaCriterion(`LEN(${cell})`, rule.textLength);
  if (rule.wholeNumber)
    return formulaCriterion(cell, rule.wholeNumber, `ISNUMBER(${cell}),INT(${cell})=${cell}`);
  const number = rule.decimal ?? rule.date ?? rule.time;
  if (number) return formulaCriterion(cell, number, `ISNUMBER(${cell})`);
  throw notImplemented('this data validation rule');
}

function listCriterion(source: unknown): DataValidationCriterion {
  if (typeof source !== 'string') throw notImplemented('a list validation whose source is not text');
  if (source.startsWith('='))
    return { type: 'isValueInRange', values: [source.slice(1).replaceAll('$', '')], displayStyle: 'arrow' };
  const values = source.split(',').map((value) => value.trim());
  return { type: 'isValueInList', values, displayStyle: 'arrow' };
}

function formulaCriterion(subject: string, bounds: Bounds, also = 'TRUE'): DataValidationCriterion {
  const one = operand(bounds.formula1);
  const two = operand(bounds.formula2 ?? 0);
  const test = {
    Between: `${subject}>=${one},${subject}<=${two}`,
    NotBetween: `OR(${subject}<${one},${subject}>${two})`,
    EqualTo: `${subject}=${one}`,
    NotEqualTo: `${subject}<>${one}`,
    GreaterThan: `${subject}>${one}`,
    LessThan: `${subject}<${one}`,
    GreaterThanOrEqualTo: `${subject}>=${one}`,
    LessThanOrEqualTo: `${subject}<=${one}`,
  }[bounds.operator];
  return { type: 'customFormula', values: [`=AND(${also},${test})`] };
}

/** A bound is a number, a formula, or (dates) ISO text. */
function operand(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (value.startsWith('=')) return `(${value.slice(1)})`;
  const serial = isoSerial(value);
  return serial === null ? value : String(serial);
}

/** Excel's serial number of an ISO day. */
export function isoSerial(text: string): number | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00.*)?$/.exec(text);
  if (day === null) return null;
  return Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000 + 25_569;
}

const asFormula = (text: string): string => (text.startsWith('=') ? text : `=${text}`);
