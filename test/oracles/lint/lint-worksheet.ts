import { lintFormula } from './lint-formula';
import { lintRules } from './lint-rules';
import type { LintedSheet } from './lint-workbook';
import type { TableSizes } from './lint-styles';
import {
  columnNumber,
  corners,
  countDiffers,
  elements,
  overlap,
  textOf,
  type Corners,
  type XmlElement,
} from './package-text';

/** Cells, columns, merges, links and rules of a sheet (ISO/IEC 29500-1 18.3). */
export function lintWorksheet(sheet: LintedSheet, sheets: ReadonlySet<string>, sizes: TableSizes): string[] {
  const { xml } = sheet;
  return [
    ...lintRows(xml),
    ...lintColumns(xml),
    ...elements(xml, 'c').flatMap((cell) => lintCell(cell, sheets, sizes)),
    ...lintMerges(xml),
    ...lintRules(xml, sheets, sizes),
    ...lintLinks(xml, sheets),
    ...lintFooter(xml),
  ].map((finding) => `${sheet.name}: ${finding}`);
}

function lintRows(xml: string): string[] {
  const findings: string[] = [];
  let lastRow = 0;
  for (const row of elements(xml, 'row')) {
    const number = Number(row.attribute('r'));
    if (!(number > lastRow)) findings.push(`row ${number} is out of order`);
    lastRow = number;
    if (Number(row.attribute('ht') ?? 0) > 409) findings.push(`row ${number} is higher than 409 points`);
    let lastColumn = 0;
    for (const cell of elements(row.inner, 'c')) {
      const match = /^([A-Z]{1,3})(\d+)$/.exec(cell.attribute('r') ?? '');
      const column = columnNumber(match?.[1] ?? '');
      if (Number(match?.[2]) !== number || column <= lastColumn || column > 16_384) {
        findings.push(`cell ${cell.attribute('r')} is out of order`);
      }
      lastColumn = column;
    }
  }
  return findings;
}

function lintColumns(xml: string): string[] {
  const findings: string[] = [];
  let last = 0;
  for (const column of elements(xml, 'col')) {
    const [min, max] = [Number(column.attribute('min')), Number(column.attribute('max'))];
    if (min <= last || max < min) findings.push(`column ${min} is out of order`);
    if (Number(column.attribute('width')) > 255) findings.push(`column ${min} is wider than 255`);
    last = max;
  }
  return findings;
}

function lintCell(cell: XmlElement, sheets: ReadonlySet<string>, sizes: TableSizes): string[] {
  const reference = cell.attribute('r') ?? '';
  const type = cell.attribute('t') ?? 'n';
  const value = textOf(cell.inner, 'v');
  const formula = textOf(cell.inner, 'f');
  const findings = formula === undefined ? [] : lintFormula(formula, sheets);
  if (Number(cell.attribute('s') ?? 0) >= sizes.styles) findings.push('style that is not there');
  if (type === 's' && !(/^\d+$/.test(value ?? '') && Number(value) < sizes.strings)) {
    findings.push('shared text that is not there');
  }
  if (type === 'n' && value !== undefined && (value.trim() === '' || !Number.isFinite(Number(value)))) {
    findings.push('text in a cell for numbers');
  }
  if (type === 'b' && value !== '0' && value !== '1') findings.push('a boolean that is neither 0 nor 1');
  if (type === 'e') findings.push(`error value ${value}`);
  return findings.map((finding) => `${reference} ${finding}`);
}

function lintMerges(xml: string): string[] {
  const references = elements(xml, 'mergeCell').map((merge) => merge.attribute('ref') ?? '');
  const areas = references.map(corners);
  const filter = corners(elements(xml, 'autoFilter')[0]?.attribute('ref') ?? '');
  const found = areas.filter((area): area is Corners => area !== null);
  return [
    ...references.filter((_, i) => areas[i] === null).map((reference) => `merge ${reference} is no area`),
    ...(found.some((a, i) => found.slice(i + 1).some((b) => overlap(a, b))) ? ['merges overlap'] : []),
    ...(filter && found.some((area) => overlap(area, filter)) ? ['a merge lies in the filter'] : []),
    ...(countDiffers(xml, 'mergeCells', references.length) ? ['count of merges is wrong'] : []),
  ];
}

function lintLinks(xml: string, sheets: ReadonlySet<string>): string[] {
  return elements(xml, 'hyperlink').flatMap((link) => {
    const place = link.attribute('ref') ?? '';
    const findings = corners(place) === null ? ['is on no cell'] : [];
    const location = link.attribute('location');
    if (location !== undefined) findings.push(...lintFormula(location, sheets));
    if ((link.attribute('tooltip')?.length ?? 0) > 255)
      findings.push('has a tip of more than 255 characters');
    return findings.map((finding) => `link at ${place}: ${finding}`);
  });
}

const lintFooter = (xml: string): string[] =>
  (textOf(xml, 'oddFooter')?.length ?? 0) > 255 ? ['footer is longer than 255 characters'] : [];
