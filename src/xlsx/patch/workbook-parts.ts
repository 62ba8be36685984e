import { readPackage } from '../read/package-reader';
import { readWorkbookPart } from '../read/workbook-part';
import { xmlText } from '../read/xml-text';
import { readTable, type Table } from './table';
import { Unpatchable } from './unpatchable';

export interface WorksheetPart {
  readonly name: string;
  readonly part: string;
}

/** The parts of a workbook file that a patch has to know. Text is as the file has it, to the character. */
export interface WorkbookParts {
  /** Path of the workbook part. */
  readonly path: string;
  /** In the order of the tabs; chart sheets, which have no cells, are left out. */
  readonly sheets: readonly WorksheetPart[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  /** The tables on a worksheet. */
  tables(part: string): readonly Table[];
  text(part: string): string;
  /** The same of a part that is walked through, as far as that is done for one file. */
  walkedText(part: string): string;
}

/** Opens a workbook for a patch. Throws `Unreadable` where it cannot be read and `Unpatchable` where it must not be changed. */
export function openWorkbook(bytes: Uint8Array): WorkbookParts {
  const file = readPackage(bytes);
  // OPC signatures (ISO/IEC 29500-2 13): Excel, LibreOffice and .NET keep them in this folder.
  if (file.paths.some((path) => path.toLowerCase().startsWith('_xmlsignatures/')))
    throw new Unpatchable('signed');
  const texts = new Map<string, string>();
  const kept = (part: string, read: (part: string) => string): string => {
    const known = texts.get(part) ?? read(part);
    texts.set(part, known);
    return known;
  };
  const tables = new Map<string, Table>();
  const tableIn = (part: string): Table => {
    const known = tables.get(part) ?? readTable(file.xml(part), part);
    tables.set(part, known);
    return known;
  };
  const { path: root, sheets, names } = readWorkbookPart(file);
  return {
    path: root,
    sheets: sheets.flatMap(({ name, part }) => (part === null ? [] : [{ name, part }])),
    names,
    tables: (part) =>
      [...file.targets(part).values()].flatMap(({ type, path }) => (type === 'table' ? [tableIn(path)] : [])),
    text: (part) => kept(part, (path) => xmlText(file.bytes(path), path)),
    walkedText: (part) => kept(part, file.xml),
  };
}
