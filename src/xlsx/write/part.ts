import { XML_DECLARATION } from './xml';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES = {
  workbook: `${SPREADSHEET_TYPE}.sheet.main+xml`,
  worksheet: `${SPREADSHEET_TYPE}.worksheet+xml`,
  styles: `${SPREADSHEET_TYPE}.styles+xml`,
  sharedStrings: `${SPREADSHEET_TYPE}.sharedStrings+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
} as const;

/** A part of the package (ISO/IEC 29500-2): a named XML file and what it points at. */
export interface Part {
  /** Without a leading slash, such as `xl/workbook.xml`. */
  readonly path: string;
  readonly contentType: string;
  readonly xml: string;
  readonly relationships: readonly Relationship[];
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Relative to the folder of the part that points. */
  readonly target: string;
}

/** Makes a part of a root element's XML. */
export function part(
  kind: keyof typeof CONTENT_TYPES,
  path: string,
  root: string,
  relationships: readonly Relationship[] = [],
): Part {
  return { path, contentType: CONTENT_TYPES[kind], xml: XML_DECLARATION + root, relationships };
}

/** A relationship of the officeDocument family; `id` counts from 1. */
export const relationship = (id: number, type: string, target: string): Relationship => ({
  id: `rId${id}`,
  type: `${RELATIONSHIPS}/${type}`,
  target,
});
