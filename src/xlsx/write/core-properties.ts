import { part, type Part } from './part';
import { element, text } from './xml';

/** The same in every file: when it was really made is nobody's business but its owner's. */
const CREATED = '2026-01-01T00:00:00Z';

/** The document properties: a title and a fixed date; no author, company, path or last editor. */
export function corePropertiesPart(title: string): Part {
  const namespaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const created = element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, CREATED);
  const root = element('cp:coreProperties', namespaces, element('dc:title', {}, text(title)), created);
  return part('coreProperties', 'docProps/core.xml', root);
}
