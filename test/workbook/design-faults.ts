import { areaAddress, cellAddress } from '../../src/workbook/address';
import type { Area, SheetDesign, Validation, WorkbookDesign } from '../../src/workbook/design';
import { formulaParts } from './formula-parts';

/** What every engine this project is used in computes alike: Excel 2016 and later, LibreOffice 7.4, o-spreadsheet. None needs `_xlfn.`. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['COUNTIFS', 'SUMIFS', 'SUM', 'COUNT', 'MIN', 'MAX', 'LARGE', 'SUMPRODUCT', 'INT', 'ROUND', 'N', 'ROW'],
  ...['INDEX', 'MATCH', 'IF', 'AND', 'OR', 'NOT', 'ISNUMBER', 'ISERROR', 'ISLOGICAL'],
  ...['TRIM', 'UPPER', 'LEN', 'FIND', 'LEFT', 'REPT', 'SUBSTITUTE', 'CHAR'],
]);
/** Limits of Excel (ISO/IEC 29500 and "Excel specifications and limits"). */
const MOST = {
  ...{ formula: 8192, literal: 255, nesting: 64, text: 32_767, sheetName: 31, list: 255 },
  ...{ title: 32, prompt: 255, error: 225, rowPoints: 409, columnWidth: 255, columns: 16_384 },
} as const;

/** Everything in a design that a spreadsheet would refuse, repair or compute differently; one sentence each. */
export function designFaults(design: WorkbookDesign): string[] {
  const names = new Set(design.sheets.map(({ name }) => name));
  return [
    ...repeated(design.sheets.map(({ name }) => name.toLowerCase())).map(
      (name) => `two sheets are called ${name}`,
    ),
    ...repeated(design.sheets.flatMap(({ charts }) => charts.map(({ id }) => id))).map(
      (id) => `two charts are ${id}`,
    ),
    ...design.sheets.flatMap((sheet) => sheetFaults(sheet, names).map((fault) => `${sheet.id}: ${fault}`)),
  ];
}

function sheetFaults(sheet: SheetDesign, names: ReadonlySet<string>): string[] {
  return [
    ...nameFaults(sheet.name),
    ...orderFaults(sheet),
    ...sheet.cells.flatMap(({ row, column, content, style }) => [
      ...(content !== null && typeof content === 'object'
        ? formulaFaults(content.formula, names, cellAddress(row, column))
        : contentFaults(content, cellAddress(row, column))),
      ...[style.fill, style.color]
        .filter((color) => color !== undefined && !/^[0-9A-F]{6}$/.test(color))
        .map(String),
    ]),
    ...sheet.conditionalFormats.flatMap(({ area, formula }) =>
      formulaFaults(formula, names, `format at ${areaAddress(area)}`),
    ),
    ...areaFaults(sheet),
    ...sheet.validations.flatMap(validationFaults),
    ...sizeFaults(sheet),
  ];
}

function nameFaults(name: string): string[] {
  const wrong =
    name.trim() === '' ||
    name.length > MOST.sheetName ||
    /[\\/?*[\]:\p{Cc}]/u.test(name) ||
    /^'|'$/.test(name) ||
    name.toLowerCase() === 'history';
  return wrong ? [`the name "${name}" is not legal`] : [];
}

/** Row by row, left to right, no cell twice. */
function orderFaults({ cells }: SheetDesign): string[] {
  return cells.flatMap(({ row, column }, i) => {
    const before = cells[i - 1];
    const later = !before || row > before.row || (row === before.row && column > before.column);
    return later && row >= 0 && column >= 0
      ? []
      : [`${cellAddress(row, column)} is out of order or there twice`];
  });
}

function contentFaults(content: string | number | boolean | null, place: string): string[] {
  if (typeof content === 'string' && content.length > MOST.text) return [`${place}: the text is too long`];
  if (typeof content === 'number' && !Number.isFinite(content)) return [`${place}: not a finite number`];
  return [];
}

function formulaFaults(formula: string, names: ReadonlySet<string>, place: string): string[] {
  const faults: string[] = [];
  try {
    const { literals, sheets, functions, nesting, strange } = formulaParts(formula);
    for (const name of functions)
      if (!FUNCTIONS.has(name)) faults.push(`the function ${name} is not allowed`);
    for (const name of sheets) if (!names.has(name)) faults.push(`there is no sheet "${name}"`);
    if (strange.trim() !== '') faults.push(`what is "${strange.trim()}"?`);
    if (nesting > MOST.nesting) faults.push(`it nests ${nesting} deep`);
    if (literals.some((text) => text.length > MOST.literal)) faults.push('a text in it is too long');
  } catch (error) {
    faults.push((error as Error).message);
  }
  if (formula.length > MOST.formula) faults.push(`it is ${formula.length} characters long`);
  return faults.map((fault) => `${place}: ${fault}`);
}

function areaFaults(sheet: SheetDesign): string[] {
  const bottom = Math.max(-1, ...sheet.cells.map(({ row }) => row));
  const right = Math.max(-1, ...sheet.cells.map(({ column }) => column));
  const outside = ({ row, column, rows, columns }: Area) =>
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows - 1 > bottom ||
    column + columns - 1 > right;
  const within = (what: string, areas: readonly Area[]) =>
    areas.filter(outside).map((area) => `${what} at ${areaAddress(area)} is outside the sheet`);
  const apart = (what: string, areas: readonly Area[]) =>
    areas.flatMap((area, i) =>
      areas
        .slice(i + 1)
        .filter((other) => overlap(area, other))
        .map(() => `${what} at ${areaAddress(area)} overlaps`),
    );
  const validations = sheet.validations.map(({ area }) => area);
  const chartAreas = sheet.charts.flatMap(({ categories, series }) => [
    categories,
    ...series.flatMap(({ name, values }) => [name, values]),
  ]);
  return [
    ...within(
      'conditional format',
      sheet.conditionalFormats.map(({ area }) => area),
    ),
    ...within('validation', validations),
    ...apart('validation', validations),
    ...within('merge', sheet.merges),
    ...apart('merge', sheet.merges),
    ...within('chart data', chartAreas),
    ...within('filter', sheet.autoFilter ? [sheet.autoFilter] : []),
    ...(right < sheet.columns.length ? [] : [`column ${right} has no width`]),
  ];
}

const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

function validationFaults({ area, rule, prompt, error }: Validation): string[] {
  const faults: string[] = [];
  if (rule.kind === 'list') {
    if (rule.values.join(',').length > MOST.list) faults.push('its list is too long');
    if (rule.values.some((value) => value.trim() === '' || value.includes(',')))
      faults.push('a value is empty or holds a comma');
    if (repeated(rule.values).length > 0) faults.push('a value is there twice');
  }
  if ((prompt?.title.length ?? 0) > MOST.title || error.title.length > MOST.title)
    faults.push('a title is too long');
  if ((prompt?.text.length ?? 0) > MOST.prompt) faults.push('its prompt is too long');
  if (error.text.length > MOST.error) faults.push('its error is too long');
  return faults.map((fault) => `validation at ${areaAddress(area)}: ${fault}`);
}

function sizeFaults({ columns, rowHeights }: SheetDesign): string[] {
  return [
    ...rowHeights
      .filter(({ points }) => !(points > 0 && points <= MOST.rowPoints))
      .map(({ row }) => `height of row ${row}`),
    ...repeated(rowHeights.map(({ row }) => String(row))).map((row) => `row ${row} has two heights`),
    ...columns.flatMap(({ width }, i) =>
      width > 0 && width <= MOST.columnWidth ? [] : [`width of column ${i}`],
    ),
    ...(columns.length > MOST.columns ? ['too many columns'] : []),
  ];
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, i) => values.indexOf(value) !== i);
