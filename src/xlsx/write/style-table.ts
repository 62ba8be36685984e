import type { CellStyle, ConditionalFormat, WorkbookDesign } from '../../workbook/design';
import { Interned } from './interned';
import { part, SPREADSHEET, type Part } from './part';
import { element, xString } from './xml';

/** Number formats that every reader knows by number (ISO/IEC 29500-1 18.8.30). */
const BUILT_IN_FORMATS = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);
const FIRST_CUSTOM_FORMAT = 164;

const NO_BORDER = element(
  'border',
  {},
  ...['left', 'right', 'top', 'bottom', 'diagonal'].map((s) => element(s)),
);

/** Numbers cell styles in the order of their first use and writes them as styles.xml (ISO/IEC 29500-1 18.8). */
export class StyleTable {
  readonly #design: Pick<WorkbookDesign, 'font' | 'lineColor'>;
  readonly #formats = new Interned();
  readonly #fonts = new Interned();
  // The first two fills are fixed by the format, whatever they say.
  readonly #fills = new Interned(
    ['none', 'gray125'].map((type) => element('fill', {}, element('patternFill', { patternType: type }))),
  );
  readonly #borders = new Interned([NO_BORDER]);
  readonly #cellFormats = new Interned();
  readonly #differentials = new Interned();

  constructor(design: Pick<WorkbookDesign, 'font' | 'lineColor'>) {
    this.#design = design;
    this.index({});
  }

  /** Index of a cell style; 0 is the default. */
  index(style: CellStyle): number {
    const format = this.#format(style.numberFormat ?? 'General');
    const font = this.#fonts.number(this.#font(style));
    const fill = style.fill === undefined ? 0 : this.#fills.number(solidFill(style.fill));
    const border = this.#borders.number(this.#border(style.border));
    const details = [...alignment(style), ...protection(style)];
    const attributes = {
      numFmtId: format,
      fontId: font,
      fillId: fill,
      borderId: border,
      xfId: 0,
      applyNumberFormat: format > 0 || undefined,
      applyFont: font > 0 || undefined,
      applyFill: fill > 0 || undefined,
      applyBorder: border > 0 || undefined,
      applyAlignment: alignment(style).length > 0 || undefined,
      applyProtection: protection(style).length > 0 || undefined,
    };
    return this.#cellFormats.number(element('xf', attributes, ...details));
  }

  /** Index of what a conditional format lays over a cell. */
  differentialIndex(style: ConditionalFormat['style']): number {
    const font = [
      ...(style.bold ? [element('b')] : []),
      ...(style.color === undefined ? [] : [element('color', { rgb: opaque(style.color) })]),
    ];
    const parts = [
      ...(font.length > 0 ? [element('font', {}, ...font)] : []),
      // In a differential style the colour of a solid fill is its background.
      ...(style.fill === undefined
        ? []
        : [element('fill', {}, element('patternFill', {}, element('bgColor', { rgb: opaque(style.fill) })))]),
    ];
    return this.#differentials.number(element('dxf', {}, ...parts));
  }

  toPart(): Part {
    const formats = this.#formats.entries.map((code, i) =>
      element('numFmt', { numFmtId: FIRST_CUSTOM_FORMAT + i, formatCode: xString(code) }),
    );
    const normal = element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
    const root = element(
      'styleSheet',
      { xmlns: SPREADSHEET },
      ...(formats.length > 0 ? [counted('numFmts', formats)] : []),
      counted('fonts', this.#fonts.entries),
      counted('fills', this.#fills.entries),
      counted('borders', this.#borders.entries),
      counted('cellStyleXfs', [normal]),
      counted('cellXfs', this.#cellFormats.entries),
      counted('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      counted('dxfs', this.#differentials.entries),
    );
    return part('styles', 'xl/styles.xml', root);
  }

  #format(code: string): number {
    return BUILT_IN_FORMATS.get(code) ?? FIRST_CUSTOM_FORMAT + this.#formats.number(code);
  }

  #font(style: CellStyle): string {
    const { name, size, color } = this.#design.font;
    return element(
      'font',
      {},
      ...(style.bold ? [element('b')] : []),
      ...(style.italic ? [element('i')] : []),
      ...(style.underline ? [element('u')] : []),
      element('sz', { val: style.size ?? size }),
      element('color', { rgb: opaque(style.color ?? color) }),
      element('name', { val: name }),
      element('family', { val: 2 }),
    );
  }

  #border(kind: CellStyle['border']): string {
    if (kind === undefined) return NO_BORDER;
    const side = (name: string, drawn: boolean): string =>
      drawn
        ? element(name, { style: 'thin' }, element('color', { rgb: opaque(this.#design.lineColor) }))
        : element(name);
    const all = kind === 'all';
    const sides = [side('left', all), side('right', all), side('top', all), side('bottom', true)];
    return element('border', {}, ...sides, element('diagonal'));
  }
}

function alignment(style: CellStyle): string[] {
  const { horizontal, vertical, wrap, indent } = style;
  if (!horizontal && !vertical && !wrap && !indent) return [];
  // An indent has an effect only with a side to be counted from.
  const side = horizontal ?? (indent ? 'left' : undefined);
  return [element('alignment', { horizontal: side, vertical, wrapText: wrap, indent: indent || undefined })];
}

const protection = (style: CellStyle): string[] =>
  style.unlocked ? [element('protection', { locked: false })] : [];

function solidFill(color: string): string {
  const colors = [element('fgColor', { rgb: opaque(color) }), element('bgColor', { indexed: 64 })];
  return element('fill', {}, element('patternFill', { patternType: 'solid' }, ...colors));
}

/** Excel wants AARRGGBB and repairs a file without the alpha. */
export function opaque(color: string): string {
  if (!/^[0-9A-Fa-f]{6}$/.test(color)) throw new Error(`"${color}" is not an RRGGBB colour`);
  return `FF${color.toUpperCase()}`;
}

const counted = (name: string, entries: readonly string[]): string =>
  element(name, { count: entries.length }, ...entries);
