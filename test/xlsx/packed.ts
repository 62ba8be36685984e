import { strToU8, zipSync } from 'fflate';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A zip file of the given texts. */
export const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

/** The parts of a workbook of one sheet, in the smallest form a reader has to take. */
export function oneSheet(sheetData: string, sharedStrings = '<sst/>'): Record<string, string> {
  return {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="One" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': sharedStrings,
  };
}

/** The archive with a comment at its end (APPNOTE.TXT 4.4.12); it must have none. */
export function withArchiveComment(zip: Uint8Array, comment: string): Uint8Array {
  const text = strToU8(comment);
  const bytes = new Uint8Array([...zip, ...text]);
  new DataView(bytes.buffer).setUint16(zip.length - 2, text.length, true);
  return bytes;
}
