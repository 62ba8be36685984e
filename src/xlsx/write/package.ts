import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Part, Relationship } from './part';
import { element, XML_DECLARATION } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
// fflate writes the local fields of a date, so a date made of local fields gives the same bytes in every time zone.
const ZIP_DATE = new Date(1980, 0, 1, 12);

/** Zips parts into an OPC package. The same parts give the same bytes, whatever the clock, locale or time zone. */
export function writePackage(parts: readonly Part[], roots: readonly Relationship[]): Uint8Array {
  const files = new Map<string, string>();
  files.set('[Content_Types].xml', contentTypes(parts));
  files.set('_rels/.rels', relationshipsXml(roots));
  for (const { path, xml, relationships } of parts) {
    files.set(path, xml);
    if (relationships.length > 0) files.set(relationshipsPath(path), relationshipsXml(relationships));
  }
  const zippable: Zippable = {};
  for (const [path, xml] of files) zippable[path] = [strToU8(xml), { level: 9, mtime: ZIP_DATE }];
  return zipSync(zippable);
}

function contentTypes(parts: readonly Part[]): string {
  const byExtension = (extension: string, type: string) =>
    element('Default', { Extension: extension, ContentType: type });
  return (
    XML_DECLARATION +
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      byExtension('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
      byExtension('xml', 'application/xml'),
      ...parts.map(({ path, contentType }) =>
        element('Override', { PartName: `/${path}`, ContentType: contentType }),
      ),
    )
  );
}

function relationshipsXml(relationships: readonly Relationship[]): string {
  const entries = relationships.map(({ id, type, target }) =>
    element('Relationship', { Id: id, Type: type, Target: target }),
  );
  return XML_DECLARATION + element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...entries);
}

const relationshipsPath = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels');
