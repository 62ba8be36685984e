import { lintFormula } from './lint-formula';
import { elements, repeated, unescaped, type PackageText } from './package-text';

const WORKBOOK = 'xl/workbook.xml';

export interface LintedSheet {
  readonly name: string;
  readonly path: string;
  readonly xml: string;
}

/** The sheets of a file in the order of their tabs. */
export function sheetsOf(parts: PackageText): LintedSheet[] {
  const relationships = elements(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship');
  return elements(parts.get(WORKBOOK) ?? '', 'sheet').map((sheet) => {
    const id = sheet.attribute('r:id');
    const target = relationships.find((entry) => entry.attribute('Id') === id)?.attribute('Target') ?? '';
    const path = `xl/${target}`;
    return { name: sheet.attribute('name') ?? '', path, xml: parts.get(path) ?? '' };
  });
}

/** Sheet names, defined names and the settings of the workbook (ISO/IEC 29500-1 18.2). */
export function lintWorkbook(parts: PackageText): string[] {
  const xml = parts.get(WORKBOOK) ?? '';
  const findings = [...lintSheetNames(xml), ...lintStates(xml), ...lintDefinedNames(parts, xml)];
  if (elements(xml, 'calcPr')[0]?.attribute('fullCalcOnLoad') !== '1') {
    findings.push('the workbook does not calculate on opening');
  }
  if (elements(xml, 'workbookPr')[0]?.attribute('filterPrivacy') !== '1') {
    findings.push('the workbook lets Excel add who saved it');
  }
  return findings.map((finding) => `${WORKBOOK}: ${finding}`);
}

function lintSheetNames(xml: string): string[] {
  const sheets = elements(xml, 'sheet');
  const names = sheets.map((sheet) => sheet.attribute('name') ?? '');
  const bad = names.filter(
    (name) =>
      name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name) || name.toLowerCase() === 'history',
  );
  return [
    ...bad.map((name) => `sheet name "${name}" is not allowed`),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `sheet name "${name}" is there twice`),
    ...repeated(sheets.map((sheet) => sheet.attribute('sheetId') ?? '')).map(
      (id) => `sheet id ${id} is there twice`,
    ),
  ];
}

function lintStates(xml: string): string[] {
  const hidden = elements(xml, 'sheet').map((sheet) => (sheet.attribute('state') ?? 'visible') !== 'visible');
  if (hidden.every(Boolean)) return ['no sheet is visible'];
  const active = Number(elements(xml, 'workbookView')[0]?.attribute('activeTab') ?? 0);
  return hidden[active] === false ? [] : ['the active sheet is hidden or missing'];
}

function lintDefinedNames(parts: PackageText, xml: string): string[] {
  const sheets = sheetsOf(parts);
  const sheetNames = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  const names = elements(xml, 'definedName').map((entry) => ({
    name: entry.attribute('name') ?? '',
    scope: entry.attribute('localSheetId'),
    reference: unescaped(entry.inner),
  }));
  const keys = names.map(({ name, scope }) => `${name.toLowerCase()} of sheet ${scope ?? 'any'}`);
  const filtered = new Set(
    names.filter(({ name }) => name === '_xlnm._FilterDatabase').map(({ scope }) => Number(scope)),
  );
  return [
    ...names.filter(({ name }) => !isAllowedName(name)).map(({ name }) => `name "${name}" is not allowed`),
    ...repeated(keys).map((key) => `name ${key} is there twice`),
    ...names
      .filter(({ scope }) => scope !== undefined && Number(scope) >= sheets.length)
      .map(({ name }) => `name "${name}" belongs to a sheet that is not there`),
    ...names.flatMap(({ name, reference }) =>
      lintFormula(reference, sheetNames).map((finding) => `name "${name}": ${finding}`),
    ),
    ...sheets
      .filter((sheet, i) => sheet.xml.includes('<autoFilter') !== filtered.has(i))
      .map(
        (sheet) => `sheet "${sheet.name}" has a filter without its hidden name, or the name without a filter`,
      ),
  ];
}

/** Excel takes no name that reads as an address or holds a space. */
const isAllowedName = (name: string): boolean =>
  /^[A-Za-z_\\][\w.\\]*$/.test(name) &&
  !/^[A-Za-z]{1,3}\d+$/.test(name) &&
  !/^[rc]$/i.test(name) &&
  !/^r\d*c\d*$/i.test(name);
