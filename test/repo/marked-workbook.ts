import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { RawAssessment } from '../../src/assessment/assessment';
import type { CellDesign, SheetDesign } from '../../src/workbook/design';
import { EVIDENCE_HEADER_ROW } from '../../src/workbook/evidence-layout';
import { SHEET_IDS, type SheetNames, STATE_SHEET_NAME } from '../../src/workbook/sheet-names';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jsp } from '../load-rubric';
import { jspDesign } from '../oracles/design';

/** A word that stands nowhere else, with a number of the place it was put. */
export const MARKER = 'Zq7Kxv';

/** Answers to every item: levels that are anybody's, and the marker in everything a person writes in words. */
export const markedAnswers: RawAssessment = {
  rows: jsp.items.map(({ id }, i) => ({
    row: null,
    id,
    level: i % 9 === 8 ? 'N/A' : i % 9 === 7 ? "Don't know" : i % 6,
    target: 4,
    evidence: `${MARKER} evidence ${i}`,
    owner: `${MARKER}@owner-${i}.example`,
    due: i % 2 === 0 ? `${MARKER} due ${i}` : 46_350 + i,
    notes: `${MARKER} reason ${i}`,
  })),
  profile: { organization: 'manufacturer', size: 'under-250', detail: 'items' },
};

/**
 * A team's workbook with the marker in every place that words can stand: all open cells, all sheet names, foreign rows
 * and sheets, comments, links, names and document properties.
 */
export function markedWorkbook(): Uint8Array {
  const names = Object.fromEntries(
    SHEET_IDS.map((id, i) => [id, id === 'state' ? STATE_SHEET_NAME : `${MARKER} tab ${i}`]),
  ) as SheetNames;
  const design = jspDesign({ names, answers: markedAnswers, cycle: `${MARKER} cycle` });
  const parts = unzipSync(
    writeXlsx({ ...design, title: `${MARKER} title`, sheets: design.sheets.map(filledUp) }),
  );
  const texts = Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
  const marked = { ...texts, ...MORE_PARTS };
  for (const [path, before, added] of INSERTIONS) {
    const text = marked[path];
    if (!text?.includes(before)) throw new Error(`${path} holds no ${before}`);
    marked[path] = text.replace(before, () => added + before);
  }
  return zipSync(Object.fromEntries(Object.entries(marked).map(([path, text]) => [path, strToU8(text)])));
}

/** The marker in every empty cell that a person may fill, but for the profile, and in lines of their own below the table. */
function filledUp(sheet: SheetDesign): SheetDesign {
  if (sheet.id === 'start' || sheet.id === 'state') return sheet;
  const cells = sheet.cells.map((cell): CellDesign =>
    cell.style.unlocked && cell.content === null ? { ...cell, content: contentFor(sheet, cell) } : cell,
  );
  const last = Math.max(...cells.map(({ row }) => row)) + 2;
  const note: CellDesign = { row: last, column: 0, content: `${MARKER} own line`, style: {} };
  return { ...sheet, cells: [...cells, note] };
}

/** The marker and its place; but on the Evidence sheet a line for each item first, so that evidence is on their cards. */
function contentFor({ id }: SheetDesign, { row, column }: CellDesign): string {
  const item = id === 'evidence' && column === 0 ? jsp.items[row - EVIDENCE_HEADER_ROW - 1] : undefined;
  return item?.id ?? `${MARKER} ${id} ${row} ${column}`;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const MORE_PARTS: Record<string, string> = {
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${MARKER} author</dc:creator><cp:lastModifiedBy>${MARKER} editor</cp:lastModifiedBy><dc:subject>${MARKER} subject</dc:subject><cp:keywords>${MARKER} keywords</cp:keywords></cp:coreProperties>`,
  'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${MARKER} company</Company><Manager>${MARKER} manager</Manager><HyperlinkBase>https://${MARKER}.example</HyperlinkBase></Properties>`,
  'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="${MARKER} property"><vt:lpwstr xmlns:vt="x">${MARKER} value</vt:lpwstr></property></Properties>`,
  'xl/worksheets/sheet99.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${MARKER} own sheet</t></is></c></row></sheetData><hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="${MARKER} tip"/></hyperlinks></worksheet>`,
  'xl/worksheets/_rels/sheet99.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/hyperlink" Target="https://${MARKER}.example/wiki" TargetMode="External"/><Relationship Id="rId2" Type="${OFFICE}/comments" Target="../comments1.xml"/></Relationships>`,
  'xl/worksheets/_rels/sheet5.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/hyperlink" Target="https://${MARKER}.example/evidence" TargetMode="External"/></Relationships>`,
  'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>${MARKER} commenter</author></authors><commentList><comment ref="A1" authorId="0"><text><t>${MARKER} comment</t></text></comment></commentList></comments>`,
};

/** Path, what the text is put before, and the text. */
const INSERTIONS: readonly (readonly [string, string, string])[] = [
  ['xl/workbook.xml', '</sheets>', `<sheet name="${MARKER} own tab" sheetId="99" r:id="rId99"/>`],
  [
    'xl/workbook.xml',
    '</definedNames>',
    `<definedName name="${MARKER}_name">'${MARKER} own tab'!$A$1</definedName>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    `<Relationship Id="rId99" Type="${OFFICE}/worksheet" Target="worksheets/sheet99.xml"/>`,
  ],
  ['xl/worksheets/sheet5.xml', '<pageMargins', '<hyperlinks><hyperlink ref="C5" r:id="rId1"/></hyperlinks>'],
  [
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rId98" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/><Relationship Id="rId97" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/>`,
  ],
];
