import ts from 'typescript';
import { nodesOf, type ParsedSource } from './extension-sources';

/** Ways in which a page or a worker can keep something. */
const STORAGE =
  /^(?:indexedDB|localStorage|sessionStorage|caches|cookies?|cookieStore|openDatabase|getDirectory)$/;
const AREAS = /^(?:local|session|sync|managed)$/;

/**
 * Everything that the sources keep in the browser, as `local inbox` (chrome.storage) or `name-of-database key`
 * (IndexedDB): read from the calls of readArea, writeArea, keptValues and what that gives. Any other way to keep
 * something is listed as `path: name`.
 */
export function storedKeys(sources: readonly ParsedSource[]): string[] {
  const found = sources.flatMap((source) => {
    const calls = nodesOf(source).filter(ts.isCallExpression);
    return [
      ...calls.flatMap(areaKeys),
      ...calls.flatMap((call) => databaseKeys(call, sources)),
      ...strays(source),
    ];
  });
  return [...new Set(found)];
}

function areaKeys(call: ts.CallExpression): readonly string[] {
  if (!/^(?:read|write)Area$/.test(call.expression.getText())) return [];
  const [area, keys] = call.arguments;
  return keys === undefined ? [] : keyNames(keys).map((name) => `${lastName(area)} ${name}`);
}

/** Of a list its texts, of an object its keys, of anything else what is in it. */
function keyNames(node: ts.Node): readonly string[] {
  if (ts.isArrayLiteralExpression(node))
    return node.elements.filter(ts.isStringLiteral).map(({ text }) => text);
  if (ts.isObjectLiteralExpression(node)) return node.properties.map(({ name }) => name?.getText() ?? '?');
  const names: string[] = [];
  ts.forEachChild(node, (child) => void names.push(...keyNames(child)));
  return names;
}

function databaseKeys(call: ts.CallExpression, sources: readonly ParsedSource[]): readonly string[] {
  if (!/^kept\.(?:get|update)$/.test(call.expression.getText())) return [];
  const key = textOf(call.arguments[0], sources);
  return databases(sources).map((name) => `${name} ${key}`);
}

const databases = (sources: readonly ParsedSource[]): readonly string[] =>
  sources
    .flatMap((source) => nodesOf(source).filter(ts.isCallExpression))
    .filter((call) => call.expression.getText() === 'keptValues')
    .map((call) => textOf(call.arguments[1], sources));

/** A literal, or the constant of the side panel that an identifier names. */
function textOf(node: ts.Expression | undefined, sources: readonly ParsedSource[]): string {
  if (node !== undefined && ts.isStringLiteral(node)) return node.text;
  const constants = sources
    .filter(({ path }) => path.startsWith('src/extension/'))
    .flatMap((source) => nodesOf(source).filter(ts.isVariableDeclaration))
    .filter(({ name, initializer }) => name.getText() === node?.getText() && initializer !== undefined);
  const [initializer] = constants.map((constant) => constant.initializer);
  return initializer !== undefined && ts.isStringLiteral(initializer) ? initializer.text : '?';
}

/** Other ways to keep something: an area that is not handed to readArea or writeArea, a store that is not keptValues'. */
function strays(source: ParsedSource): readonly string[] {
  return nodesOf(source)
    .filter(ts.isIdentifier)
    .filter((name) => (STORAGE.test(name.text) ? !isHanded(name, 'keptValues') : isArea(name)))
    .map((name) => `${source.path}: ${name.text}`);
}

function isArea(name: ts.Identifier): boolean {
  const { parent } = name;
  const access = ts.isPropertyAccessExpression(parent) && parent.name === name && AREAS.test(name.text);
  return (
    access &&
    lastName(parent.expression) === 'storage' &&
    !isHanded(parent, 'readArea', 'writeArea', 'areaFullness')
  );
}

const isHanded = (node: ts.Node, ...to: readonly string[]): boolean =>
  ts.isCallExpression(node.parent) && to.includes(node.parent.expression.getText());

const lastName = (node: ts.Node | undefined): string => node?.getText().replace(/^.*\./s, '') ?? '';
