import { elements, repeated, type PackageText } from './package-text';

const CONTENT_TYPES = '[Content_Types].xml';

/** Parts, their types and what points at them (ISO/IEC 29500-2). */
export function lintPackage(parts: PackageText): string[] {
  return [
    ...lintContentTypes(parts),
    ...[...parts.keys()]
      .filter((path) => path.endsWith('.rels'))
      .flatMap((path) => lintRelationships(parts, path)),
    ...repeated([...parts.keys()].map((path) => path.toLowerCase())).map(
      (path) => `${path}: part is there twice`,
    ),
    ...[...parts].filter(([, xml]) => hasControlCharacter(xml)).map(([path]) => `${path}: control character`),
    ...lintIdentity(parts),
  ];
}

function lintContentTypes(parts: PackageText): string[] {
  const overrides = elements(parts.get(CONTENT_TYPES) ?? '', 'Override').map(
    (override) => override.attribute('PartName')?.slice(1) ?? '',
  );
  const typed = new Set(overrides);
  const untyped = [...parts.keys()].filter(
    (path) => path !== CONTENT_TYPES && !path.endsWith('.rels') && !typed.has(path),
  );
  return [
    ...overrides.filter((path) => !parts.has(path)).map((path) => `${path}: content type of a missing part`),
    ...untyped.map((path) => `${path}: part without a content type of its own`),
    ...repeated(overrides).map((path) => `${path}: two content types`),
  ];
}

function lintRelationships(parts: PackageText, path: string): string[] {
  const relationships = elements(parts.get(path) ?? '', 'Relationship');
  const ids = relationships.map((relationship) => relationship.attribute('Id') ?? '');
  const source = path.replace('_rels/', '').replace(/\.rels$/, '');
  const base = `http://package/${source}`;
  const dangling = relationships
    .filter((relationship) => relationship.attribute('TargetMode') !== 'External')
    .map((relationship) => relationship.attribute('Target') ?? '')
    .filter((target) => !parts.has(decodeURIComponent(new URL(target, base).pathname.slice(1))));
  const used = [...(parts.get(source) ?? '').matchAll(/ r:id="([^"]*)"/g)].map(([, id = '']) => id);
  return [
    ...repeated(ids).map((id) => `${path}: relationship id ${id} is there twice`),
    ...dangling.map((target) => `${path}: points at the missing part ${target}`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${source}: unknown relationship ${id}`),
  ];
}

const hasControlCharacter = (xml: string): boolean => /[^\P{Cc}\t\n\r\x7f-\x9f]/u.test(xml);

/** Who made the file, where and on what is nobody's business. */
function lintIdentity(parts: PackageText): string[] {
  const marks = ['dc:creator', 'cp:lastModifiedBy', 'Company', 'Manager', 'x15ac:absPath'];
  return [...parts].flatMap(([path, xml]) =>
    marks.filter((mark) => xml.includes(`<${mark}`)).map((mark) => `${path}: says who made it (${mark})`),
  );
}
