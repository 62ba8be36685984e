import { strToU8, zipSync } from 'fflate';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const sheet = (rows: readonly string[]) =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((cells) => `<row>${cells}</row>`).join('')}</sheetData></worksheet>`;

/** The parts of the smallest workbook that holds an assessment: two items, and a state sheet that points at their columns. */
export const SMALL: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': `<Relationships><Relationship Id="w" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${TYPE}"><sheets><sheet name="Answers" sheetId="1" r:id="a"/><sheet name="JSP_state" sheetId="2" r:id="s"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${TYPE}/worksheet" Target="worksheets/answers.xml"/><Relationship Id="s" Type="${TYPE}/worksheet" Target="worksheets/state.xml"/></Relationships>`,
  'xl/worksheets/answers.xml': sheet([
    `${text('ID')}${text('Level')}${text('Owner')}`,
    `${text('ORG-01')}<c><v>3</v></c>`,
    `${text('ORG-02')}<c><v>4</v></c>`,
  ]),
  'xl/worksheets/state.xml': sheet([
    `${text('schema')}${text('jsp-workbook/1')}`,
    ...['id', 'level', 'owner'].map(
      (field, i) => `${text(`pointer.${field}`)}<c><f>Answers!$${'ABC'.charAt(i)}$1</f></c>`,
    ),
  ]),
};

/** It with some texts replaced, and members renamed or added; a text of bytes is taken as it is. */
export function small(
  change: Readonly<Record<string, string | Uint8Array>> = {},
  rename: (path: string) => string = (path) => path,
): Uint8Array {
  const parts = Object.entries({ ...SMALL, ...change });
  return zipSync(
    Object.fromEntries(
      parts.map(([path, part]) => [
        rename(path),
        [typeof part === 'string' ? strToU8(part) : part, { level: 1 }],
      ]),
    ),
  );
}

/** The text of one of its parts with something else in it. */
export const changed = (path: string, from: string, to: string): Readonly<Record<string, string>> => {
  const before = SMALL[path] ?? '';
  if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
  return { [path]: before.replaceAll(from, to) };
};

/** The archive as programs write it that state every size and place in 64 bits (APPNOTE.TXT 4.3.14, 4.3.15, 4.5.3). */
export function inZip64(bytes: Uint8Array, fields: readonly ('sizes' | 'place' | 'end')[]): Uint8Array {
  const old = Buffer.from(bytes);
  const end = old.length - 22;
  const directory = old.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = directory; at < end;) {
    const nameEnd = at + 46 + old.readUInt16LE(at + 28);
    const entry = Buffer.from(old.subarray(at, nameEnd));
    const numbers: number[] = [];
    const move = (field: number) => {
      numbers.push(entry.readUInt32LE(field));
      entry.writeUInt32LE(0xffffffff, field);
    };
    if (fields.includes('sizes')) [24, 20].forEach(move);
    if (fields.includes('place')) move(42);
    const extra = Buffer.alloc(numbers.length === 0 ? 0 : 4 + 8 * numbers.length);
    if (extra.length > 0) extra.writeUInt16LE(1, 0);
    if (extra.length > 0) extra.writeUInt16LE(extra.length - 4, 2);
    numbers.forEach((number, i) => extra.writeBigUInt64LE(BigInt(number), 4 + 8 * i));
    entry.writeUInt16LE(extra.length, 30);
    entries.push(entry, extra);
    at = nameEnd + old.readUInt16LE(at + 30) + old.readUInt16LE(at + 32);
  }
  const list = Buffer.concat(entries);
  const last = Buffer.from(old.subarray(end));
  last.writeUInt32LE(list.length, 12);
  if (!fields.includes('end')) return Buffer.concat([old.subarray(0, directory), list, last]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  const count = BigInt(last.readUInt16LE(10));
  [count, count, BigInt(list.length), BigInt(directory)].forEach((number, i) =>
    record.writeBigUInt64LE(number, 24 + 8 * i),
  );
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory + list.length), 8);
  locator.writeUInt32LE(1, 16);
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 12);
  last.writeUInt32LE(0xffffffff, 16);
  return new Uint8Array(Buffer.concat([old.subarray(0, directory), list, record, locator, last]));
}

/** The archive whose directory says another size of a member than it has. */
export function claiming(bytes: Uint8Array, path: string, size: number): Uint8Array {
  const claimed = Buffer.from(bytes);
  const directory = claimed.readUInt32LE(claimed.length - 6);
  const at = claimed.indexOf(path, directory) - 46;
  claimed.writeUInt32LE(size, at + 24);
  return claimed;
}
