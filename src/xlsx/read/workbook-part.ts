import type { PackageReader, TargetPart } from './package-reader';
import { Unreadable } from './unreadable';
import { fromXString, scanXml, type XmlTag } from './xml-scanner';

export interface SheetPlace {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Path of its worksheet; null for what has no cells: a chart sheet, an old module sheet. */
  readonly part: string | null;
}

/** What a workbook's main part says, for whoever reads or changes the file. */
export interface WorkbookPart {
  readonly path: string;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPlace[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  /** Path of the shared texts. */
  readonly sharedStrings: string | null;
  /** Days count from 1904 (old Mac files) and not from 1900. */
  readonly date1904: boolean;
}

/** The most bytes that all sheets and the shared texts may unpack to together. */
const MOST_UNPACKED = 128 * 1024 * 1024;
/** How a binary workbook's main part begins: the record BrtBeginBook ([MS-XLSB] 2.4.22). */
const BINARY = [0x83, 0x01] as const;

/**
 * Reads the main part of a workbook (ISO/IEC 29500-1 18.2.27). Throws `Unreadable`, also
 * where the sheets are more than is read, before any of them is unpacked.
 */
export function readWorkbookPart(file: PackageReader): WorkbookPart {
  const root = [...file.targets('').values()].find((target) => target.type === 'officeDocument');
  if (!root) throw new Unreadable(isOpenDocument(file) ? 'open-document' : 'not-workbook');
  const { path } = root;
  const start = file.bytes(path);
  if (BINARY.every((byte, i) => start[i] === byte)) throw new Unreadable('binary');
  const { entries, names, date1904 } = readEntries(file.xml(path), path);
  const targets = file.targets(path);
  const sheets = entries.map(({ name, visibility, id }): SheetPlace => {
    const part = worksheetOf(id, targets, path);
    return { name, visibility, part };
  });
  const shared = [...targets.values()].find((target) => target.type === 'sharedStrings');
  const sharedStrings = shared?.path ?? null;
  refuseTooMuch(file, sheets, sharedStrings);
  return { path, sheets, names, sharedStrings, date1904 };
}

const isOpenDocument = (file: PackageReader): boolean =>
  file.paths.includes('mimetype') && file.paths.includes('META-INF/manifest.xml');

/** Excel keeps a module of an old program as a sheet without a part. */
function worksheetOf(id: string, targets: ReadonlyMap<string, TargetPart>, path: string): string | null {
  if (id === '') return null;
  const target = targets.get(id);
  if (!target) throw new Unreadable('damaged', path);
  return target.type === 'worksheet' ? target.path : null;
}

function refuseTooMuch(
  file: PackageReader,
  sheets: readonly SheetPlace[],
  sharedStrings: string | null,
): void {
  const parts = new Set<string>();
  for (const { part } of sheets) {
    if (part === null) continue;
    // A few kilobytes could otherwise stand for thousands of large sheets.
    if (parts.has(part)) throw new Unreadable('shared-sheet', part);
    parts.add(part);
  }
  const sizes = [...parts, ...(sharedStrings === null ? [] : [sharedStrings])].map((part) => file.size(part));
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_UNPACKED) throw new Unreadable('too-much');
}

interface Entries {
  readonly entries: readonly { name: string; visibility: SheetPlace['visibility']; id: string }[];
  readonly names: readonly { name: string; formula: string }[];
  readonly date1904: boolean;
}

function readEntries(xml: string, part: string): Entries {
  const entries: Entries['entries'][number][] = [];
  const names: Entries['names'][number][] = [];
  let date1904 = false;
  let root = '';
  let name: string | null = null;
  let formula = '';
  scanXml(xml, part, {
    open(tag) {
      root ||= tag.name;
      if (tag.name === 'workbookPr') date1904 = ['1', 'true'].includes(tag.attribute('date1904') ?? '');
      if (tag.name === 'sheet') entries.push(entryOf(tag, part));
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
  if (root !== 'workbook' || entries.length === 0) throw new Unreadable('not-workbook');
  return { entries, names, date1904 };
}

function entryOf(tag: XmlTag, part: string): Entries['entries'][number] {
  const [name, id, state] = [tag.attribute('name'), tag.attribute('id'), tag.attribute('state')];
  if (name === undefined || id === undefined) throw new Unreadable('damaged', part);
  const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
  return { name: fromXString(name), visibility, id };
}
