import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { readText, ROOT } from './source-files';

/** A source file as the compiler reads it; `path` is relative to the repository, with slashes. */
export interface ParsedSource {
  readonly path: string;
  readonly file: ts.SourceFile;
}

/** Every file that the extension's worker and side panel load, at once or later; imports of types alone lead nowhere. */
export function extensionSources(): readonly ParsedSource[] {
  const found = new Map<string, ParsedSource>();
  const waiting = ['src/extension/worker/worker.ts', 'src/extension/panel/panel.tsx'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const source = parsed(path, readText(path));
    found.set(path, source);
    waiting.push(...loadedBy(source));
  }
  return [...found.values()];
}

export const parsed = (path: string, text: string): ParsedSource => ({
  path,
  file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path)),
});

const kindOf = (path: string) => (path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** Every node of a file, in order. */
export function nodesOf({ file }: ParsedSource): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}

function loadedBy(source: ParsedSource): readonly string[] {
  return nodesOf(source)
    .map(specifierOf)
    .filter((specifier) => specifier?.startsWith('.'))
    .map((specifier) => join(dirname(source.path), specifier ?? ''))
    .flatMap((path) => ['.ts', '.tsx'].map((end) => path + end))
    .filter((path) => existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile());
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node)) {
    const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return typesOnly ? null : textOf(node.moduleSpecifier);
  }
  if (ts.isExportDeclaration(node)) {
    return node.isTypeOnly || !node.moduleSpecifier ? null : textOf(node.moduleSpecifier);
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return null;
  return textOf(node.arguments[0]);
}

const textOf = (node: ts.Node | undefined): string | null =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
