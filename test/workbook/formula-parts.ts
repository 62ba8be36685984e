/** What a formula is made of, as far as a test of its portability needs to know. */
export interface FormulaParts {
  readonly literals: readonly string[];
  /** Names of sheets that it refers to, unquoted. */
  readonly sheets: readonly string[];
  readonly functions: readonly string[];
  readonly nesting: number;
  /** What is neither text, reference, function, number, truth value, operator nor parenthesis: names, arrays, structured references. */
  readonly strange: string;
}

const LITERAL = /"((?:[^"]|"")*)"/g;
const SHEET = /(?:'((?:[^']|'')+)'|([A-Za-z_][A-Za-z0-9_.]*))!(?=\$?[A-Z]{1,3}\$?\d)/g;
const FUNCTION = /([A-Z_][A-Z0-9_.]*)\(/g;

/** Takes a formula apart. It must start with `=`; a formula whose parentheses do not match throws. */
export function formulaParts(formula: string): FormulaParts {
  if (!formula.startsWith('=') || formula.startsWith('==')) throw new Error('does not start with one =');
  const literals = [...formula.matchAll(LITERAL)].map(([, text]) => (text ?? '').replaceAll('""', '"'));
  const bare = formula.slice(1).replace(LITERAL, '""');
  const sheets = [...bare.matchAll(SHEET)].map(
    ([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain ?? '',
  );
  const local = bare.replace(SHEET, '');
  const functions = [...local.matchAll(FUNCTION)].map(([, name]) => name ?? '');
  const strange = local
    .replaceAll('""', '')
    .replace(FUNCTION, '(')
    .replace(/\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?/g, '')
    .replace(/\b(?:TRUE|FALSE)\b/g, '')
    .replace(/\d+(?:\.\d+)?/g, '')
    .replace(/<>|<=|>=|[-+*/&=<>(),]/g, '');
  return { literals, sheets, functions, nesting: nestingOf(local), strange };
}

function nestingOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of formula) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) break;
    deepest = Math.max(deepest, depth);
  }
  if (depth !== 0) throw new Error('has parentheses that do not match');
  return deepest;
}
