/** Functions newer than Excel 2007: a file without their `_xlfn.` prefix shows #NAME? in Excel ([MS-XLSX] 2.2.2). */
const PREFIXED =
  /(?<![.\w])(MINIFS|MAXIFS|IFS|SWITCH|TEXTJOIN|CONCAT|XLOOKUP|XMATCH|FILTER|UNIQUE|SORT|SORTBY|SEQUENCE|LET|LAMBDA|TEXTSPLIT|VSTACK|HSTACK|BYROW|IFNA|XOR|DAYS|NUMBERVALUE|(?:PERCENTRANK|PERCENTILE|QUARTILE)\.(?:INC|EXC)|(?:STDEV|VAR|MODE)\.\w+|RANK\.(?:EQ|AVG)|CEILING\.MATH|FLOOR\.MATH|FORECAST\.LINEAR)\(/;

const LONGEST = 8_192;
const LONGEST_LITERAL = 255;
const DEEPEST = 64;

/** What Excel would repair, refuse or show as an error in a formula as the file stores it. */
export function lintFormula(formula: string, sheets: ReadonlySet<string>): string[] {
  const findings: string[] = [];
  if (formula.trim() === '') findings.push('formula is empty');
  if (formula.startsWith('=')) findings.push('formula starts with =');
  if (formula.length > LONGEST) findings.push(`formula is longer than ${LONGEST} characters`);
  const literals = formula.match(/"(?:[^"]|"")*"/g) ?? [];
  if (literals.some((literal) => literal.slice(1, -1).replaceAll('""', '"').length > LONGEST_LITERAL)) {
    findings.push(`formula has a text of more than ${LONGEST_LITERAL} characters`);
  }
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const named = bare.replace(/'(?:[^']|'')+'!/g, '');
  if ((bare.match(/"/g) ?? []).length % 2 === 1) findings.push('formula has an open text');
  findings.push(...lintBrackets(named));
  if (named.includes(';')) findings.push('formula separates arguments with a semicolon');
  if (named.includes('[')) findings.push('formula uses a structured or external reference');
  if (named.includes('{')) findings.push('formula uses an array constant');
  if (named.includes('#REF!')) findings.push('formula refers to a cell that is gone');
  const newer = PREFIXED.exec(named)?.[1];
  if (newer !== undefined) findings.push(`formula uses ${newer} without the prefix _xlfn.`);
  return [...findings, ...missingSheets(bare, sheets)];
}

function lintBrackets(formula: string): string[] {
  let depth = 0;
  let deepest = 0;
  for (const character of formula) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) break;
    deepest = Math.max(deepest, depth);
  }
  return [
    ...(depth === 0 ? [] : ['formula has unbalanced parentheses']),
    ...(deepest > DEEPEST ? [`formula nests deeper than ${DEEPEST}`] : []),
  ];
}

function missingSheets(formula: string, sheets: ReadonlySet<string>): string[] {
  const references = formula.matchAll(/(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!/g);
  return [...references]
    .map(([, quoted, plain]) => (quoted?.replaceAll("''", "'") ?? plain ?? '').toLowerCase())
    .filter((name) => !sheets.has(name))
    .map((name) => `formula refers to a missing sheet "${name}"`);
}
