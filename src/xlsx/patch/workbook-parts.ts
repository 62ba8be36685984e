import { readPackage, type PackageReader } from '../read/package-reader';
import { Unreadable } from '../read/unreadable';
import { fromXString, scanXml } from '../read/xml-scanner';
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
  /** Paths of the tables on a worksheet. */
  tables(part: string): readonly string[];
  text(part: string): string;
}

/** Opens a workbook for a patch. Throws `Unreadable` where it cannot be read and `Unpatchable` where it must not be changed. */
export function openWorkbook(bytes: Uint8Array): WorkbookParts {
  const file = readPackage(bytes);
  // OPC signatures (ISO/IEC 29500-2 13): Excel, LibreOffice and .NET keep them in this folder.
  if (file.paths.some((path) => path.toLowerCase().startsWith('_xmlsignatures/')))
    throw new Unpatchable('signed');
  const root = [...file.targets('').values()].find((target) => target.type === 'officeDocument');
  if (!root) throw new Unreadable('not-workbook');
  const texts = new Map<string, string>();
  const text = (part: string): string => {
    const known = texts.get(part) ?? exactText(file, part);
    texts.set(part, known);
    return known;
  };
  const { sheets, names } = readWorkbook(text(root.path), root.path);
  const targets = file.targets(root.path);
  return {
    path: root.path,
    sheets: sheets.flatMap(({ name, id }) => {
      const target = targets.get(id);
      if (!target) throw new Unreadable('damaged', root.path);
      return target.type === 'worksheet' ? [{ name, part: target.path }] : [];
    }),
    names,
    tables: (part) =>
      [...file.targets(part).values()].filter(({ type }) => type === 'table').map(({ path }) => path),
    text,
  };
}

/** Only UTF-8 is changed: anything else would be written back in another encoding than the part declares. */
function exactText(file: PackageReader, part: string): string {
  const text = utf8(file.bytes(part), part);
  const encoding = /^\uFEFF?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'utf-8';
  if (encoding.toLowerCase() !== 'utf-8') throw new Unpatchable('unusual', { part });
  return text;
}

function utf8(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw Object.assign(new Unpatchable('unusual', { part }), { cause: error });
  }
}

interface WorkbookEntries {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

function readWorkbook(xml: string, part: string): WorkbookEntries {
  const sheets: { name: string; id: string }[] = [];
  const names: { name: string; formula: string }[] = [];
  let root = '';
  let name: string | null = null;
  let formula = '';
  scanXml(xml, part, {
    open(tag) {
      root ||= tag.name;
      if (tag.name === 'sheet') sheets.push(sheetOf(tag.attribute('name'), tag.attribute('id'), part));
      if (tag.name !== 'definedName') return;
      name = tag.attribute('name') ?? '';
      formula = '';
    },
    text(piece) {
      if (name !== null) formula += piece;
    },
    close(closed) {
      if (closed !== 'definedName' || name === null) return;
      names.push({ name, formula });
      name = null;
    },
  });
  if (root !== 'workbook' || sheets.length === 0) throw new Unreadable('not-workbook');
  return { sheets, names };
}

function sheetOf(
  name: string | undefined,
  id: string | undefined,
  part: string,
): { name: string; id: string } {
  if (name === undefined || id === undefined) throw new Unreadable('damaged', part);
  return { name: fromXString(name), id };
}
