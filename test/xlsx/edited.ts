import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The bytes with other texts in some parts. */
export function edited(bytes: Uint8Array, change: (path: string, text: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    const text = strFromU8(part);
    const after = change(path, text);
    return [path, after === text ? part : strToU8(after)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with more sheets: their names, and the text of each worksheet part. */
export function withSheets(bytes: Uint8Array, sheets: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(sheets);
  const inserted = (text: string, before: string, list: (name: string, i: number) => string) =>
    text.replace(before, `${names.map(list).join('')}${before}`);
  const parts = unzipSync(
    edited(bytes, (path, text) => {
      if (path === 'xl/workbook.xml')
        return inserted(
          text,
          '</sheets>',
          (name, i) => `<sheet name="${name}" sheetId="${900 + i}" r:id="team${i}"/>`,
        );
      if (path !== 'xl/_rels/workbook.xml.rels') return text;
      return inserted(
        text,
        '</Relationships>',
        (_, i) =>
          `<Relationship Id="team${i}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/team${i}.xml"/>`,
      );
    }),
  );
  names.forEach((name, i) => {
    parts[`xl/worksheets/team${i}.xml`] = strToU8(sheets[name] ?? '');
  });
  return zipSync(parts);
}

/** A worksheet of rows, each the XML of its cells. */
export const worksheet = (rows: readonly string[]): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((cells, i) => `<row r="${i + 1}">${cells}</row>`)
    .join('')}</sheetData></worksheet>`;
