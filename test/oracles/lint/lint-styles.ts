import { elements, type PackageText } from './package-text';

const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';
const FIRST_CUSTOM_FORMAT = 164;

/** How many entries the shared tables have; an index beyond them makes Excel repair the file. */
export interface TableSizes {
  readonly styles: number;
  readonly differentials: number;
  readonly strings: number;
}

/** How long the tables of styles and texts are. */
export function tableSizes(parts: PackageText): TableSizes {
  const styles = parts.get(STYLES) ?? '';
  return {
    styles: entries(styles, 'cellXfs', 'xf').length,
    differentials: entries(styles, 'dxfs', 'dxf').length,
    strings: elements(parts.get(STRINGS) ?? '', 'si').length,
  };
}

/** Styles that point beyond their tables, and the two fills that Excel expects first (ISO/IEC 29500-1 18.8). */
export function lintStyles(parts: PackageText): string[] {
  const styles = parts.get(STYLES) ?? '';
  const patterns = elements(styles, 'patternFill').map((fill) => fill.attribute('patternType'));
  const findings = [...lintCounts(styles), ...lintCellFormats(styles)];
  if (patterns[0] !== 'none' || patterns[1] !== 'gray125')
    findings.push('the first fills are not none and gray125');
  const strings = parts.get(STRINGS) ?? '';
  const unique = elements(strings, 'sst')[0]?.attribute('uniqueCount');
  if (Number(unique) !== elements(strings, 'si').length) findings.push('count of shared texts is wrong');
  return findings.map((finding) => `${STYLES}: ${finding}`);
}

const TABLES = { fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf', dxfs: 'dxf' } as const;

function lintCounts(styles: string): string[] {
  return Object.entries(TABLES)
    .filter(([table, entry]) => {
      const said = elements(styles, table)[0]?.attribute('count');
      return said !== undefined && Number(said) !== entries(styles, table, entry).length;
    })
    .map(([table]) => `count of ${table} is wrong`);
}

function lintCellFormats(styles: string): string[] {
  const custom = new Set(elements(styles, 'numFmt').map((format) => Number(format.attribute('numFmtId'))));
  const sizes = {
    fontId: entries(styles, 'fonts', 'font').length,
    fillId: entries(styles, 'fills', 'fill').length,
    borderId: entries(styles, 'borders', 'border').length,
  };
  return entries(styles, 'cellXfs', 'xf').flatMap((format, i) => {
    const beyond = Object.entries(sizes)
      .filter(([attribute, size]) => Number(format.attribute(attribute)) >= size)
      .map(([attribute]) => `cell style ${i} has a ${attribute} that is not there`);
    const number = Number(format.attribute('numFmtId'));
    const unknown = number >= FIRST_CUSTOM_FORMAT && !custom.has(number);
    return unknown ? [...beyond, `cell style ${i} has a number format that is not there`] : beyond;
  });
}

const entries = (styles: string, table: string, entry: string) =>
  elements(elements(styles, table)[0]?.inner ?? '', entry);
