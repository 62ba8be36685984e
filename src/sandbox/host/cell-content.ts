import type { Model } from '@odoo/o-spreadsheet';
import type { SheetNotes } from './sheet-notes';

export type CellScalar = string | number | boolean;
type Getters = Model['getters'];
export interface Position {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** Errors the engine spells differently from Excel. A circular reference is 0 in Excel. */
const excelErrors: Readonly<Record<string, CellScalar>> = {
  '#REF': '#REF!',
  '#ERROR': '#VALUE!',
  '#BAD_EXPR': '#VALUE!',
  '#SPILL!': '#SPILL!',
  '#CYCLE': 0,
};

/** A value as Excel's `values` take it, as the engine's `UPDATE_CELL` takes it. */
export function engineContent(value: CellScalar, format: string | undefined): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  if (value.startsWith("'")) return isPlainText(value.slice(1), format) ? value.slice(1) : value;
  if (value === '=' || (format === '@' && value.startsWith('=')) || isMarkdownLink(value)) return `'${value}`;
  return value;
}

/** What the engine would take for a link of its own. */
const isMarkdownLink = (text: string): boolean => /^\[.*\]\(.*\)$/.test(text);

/** In a text cell everything but a formula's `=` is text already. */
const isPlainText = (text: string, format: string | undefined): boolean =>
  format === '@' && !text.startsWith('=') && !text.startsWith("'");

/** What `range.values` gives: '' for a blank, errors as text. */
export function cellValue(getters: Getters, position: Position): CellScalar {
  const cell = getters.getEvaluatedCell(position);
  if (cell.type === 'error') return excelErrors[String(cell.value)] ?? String(cell.value);
  if (cell.type === 'text') return literalText(getters, position) ?? String(cell.value);
  return cell.value ?? '';
}

/** What `range.valueTypes` gives. */
export function valueType(getters: Getters, position: Position): string {
  const cell = getters.getEvaluatedCell(position);
  if (cell.type === 'error') return cell.value === '#CYCLE' ? 'Double' : 'Error';
  if (cell.type === 'empty') return 'Empty';
  return { number: 'Double', boolean: 'Boolean', text: 'String' }[cell.type];
}

/** What `range.formulas` gives: a formula as it was written, anything else its value. */
export function cellFormula(getters: Getters, notes: SheetNotes, position: Position): CellScalar {
  const cell = getters.getCell(position);
  if (!cell?.isFormula) return cellValue(getters, position);
  const engine = cell.compiledFormula.toFormulaString(getters);
  const written = notes.written.get(cell.id);
  return written?.engine === engine ? written.text : withQuotedSheets(engine);
}

/** Names of sheets that the engine leaves plain and Excel does not: those that begin with a digit or look like a cell. */
const withQuotedSheets = (formula: string): string =>
  formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$!])(\d[\p{L}\p{N}_.]*|[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)!/giu,
    (found, name: string | undefined) => (name === undefined ? found : `'${name}'!`),
  );

/** What `range.text` gives. */
export function cellText(getters: Getters, position: Position): string {
  const cell = getters.getEvaluatedCell(position);
  if (cell.type === 'error') return String(cellValue(getters, position));
  if (cell.type === 'text') return literalText(getters, position) ?? cell.formattedValue;
  return cell.formattedValue;
}

/** Text that was typed, not computed: a link's label, without the apostrophe that makes it text. */
function literalText(getters: Getters, position: Position): string | null {
  const cell = getters.getCell(position);
  if (cell === undefined || cell.isFormula) return null;
  if (cell.content.startsWith("'")) return cell.content.slice(1);
  return getters.getEvaluatedCell(position).link?.label ?? cell.content;
}
