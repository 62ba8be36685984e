import { lintCharts } from './lint/lint-charts';
import { lintPackage } from './lint/lint-package';
import { lintStyles, tableSizes } from './lint/lint-styles';
import { lintWorkbook, sheetsOf } from './lint/lint-workbook';
import { lintWorksheet } from './lint/lint-worksheet';
import { packageText } from './lint/package-text';

/**
 * What makes Excel repair a file, or show an error in it, and what no schema says: the Open XML validator misses most
 * of it. Takes an .xlsx in the shape our writer gives; gives one sentence a finding, none for a sound file.
 */
export function lintXlsx(file: Uint8Array): string[] {
  const parts = packageText(file);
  const sheets = sheetsOf(parts);
  const names = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  const sizes = tableSizes(parts);
  return [
    ...lintPackage(parts),
    ...lintWorkbook(parts),
    ...lintStyles(parts),
    ...sheets.flatMap((sheet) => lintWorksheet(sheet, names, sizes)),
    ...lintCharts(parts, names),
  ];
}
