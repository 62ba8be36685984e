import type { SheetDesign, WorkbookDesign } from '../../workbook/design';
import { quotedSheet } from '../../workbook/address';
import { part, relationship, RELATIONSHIPS, SPREADSHEET, type Part } from './part';
import { sheetReference } from './sheet-reference';
import { element, text, xString } from './xml';

/** The workbook: its sheets, the names that printing and filtering stand on, and the order to calculate on opening. */
export function workbookPart({ sheets }: WorkbookDesign): Part {
  const entries = sheets.map((sheet, i) =>
    element('sheet', {
      name: xString(sheet.name),
      sheetId: i + 1,
      state: sheet.veryHidden ? 'veryHidden' : undefined,
      'r:id': `rId${i + 1}`,
    }),
  );
  const names = sheets.flatMap(namesOf).sort(byNameThenSheet).map(nameXml);
  // No fileVersion: it would say that Excel wrote the file.
  const root = element(
    'workbook',
    { xmlns: SPREADSHEET, 'xmlns:r': RELATIONSHIPS },
    element('workbookPr', { filterPrivacy: true }),
    element('bookViews', {}, element('workbookView', { activeTab: firstVisible(sheets), tabRatio: 800 })),
    element('sheets', {}, ...entries),
    ...(names.length > 0 ? [element('definedNames', {}, ...names)] : []),
    element('calcPr', { calcId: 191029, fullCalcOnLoad: true }),
  );
  const others = [
    ['theme', 'theme/theme1.xml'],
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ] as const;
  const relationships = [
    ...sheets.map((_, i) => relationship(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    ...others.map(([type, target], i) => relationship(sheets.length + i + 1, type, target)),
  ];
  return part('workbook', 'xl/workbook.xml', root, relationships);
}

/** 0-based number of the sheet that is shown first. */
export function firstVisible(sheets: readonly SheetDesign[]): number {
  const first = sheets.findIndex((sheet) => !sheet.veryHidden);
  if (first < 0) throw new Error('A workbook needs a sheet that is not hidden');
  return first;
}

interface BuiltInName {
  readonly name: string;
  readonly sheet: number;
  readonly reference: string;
  readonly hidden?: true;
}

/** Names with a meaning of their own (ISO/IEC 29500-1 18.2.5). Excel loses the filter without the hidden one. */
function namesOf(design: SheetDesign, sheet: number): BuiltInName[] {
  const { name, autoFilter, print } = design;
  const names: BuiltInName[] = [];
  if (autoFilter) {
    const reference = sheetReference(name, autoFilter);
    names.push({ name: '_xlnm._FilterDatabase', sheet, reference, hidden: true });
  }
  if (print.area) {
    names.push({ name: '_xlnm.Print_Area', sheet, reference: sheetReference(name, print.area) });
  }
  if (print.titleRows) {
    const { first, last } = print.titleRows;
    const reference = `${quotedSheet(name)}!$${first + 1}:$${last + 1}`;
    names.push({ name: '_xlnm.Print_Titles', sheet, reference });
  }
  return names;
}

const byNameThenSheet = (a: BuiltInName, b: BuiltInName): number =>
  a.name === b.name ? a.sheet - b.sheet : a.name < b.name ? -1 : 1;

const nameXml = ({ name, sheet, reference, hidden }: BuiltInName): string =>
  element('definedName', { name, localSheetId: sheet, hidden }, text(xString(reference)));
