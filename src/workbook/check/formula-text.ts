/** A reference inside a formula: `Sheet!` with its mark (or nothing), then `$A$1` or `$A$1:$B$2`. */
export interface FormulaReference {
  readonly sheet: string;
  readonly cells: string;
}

/** Text literals are taken whole so that nothing inside them looks like a reference; `LOG10(` is a function. */
const TOKENS =
  /"(?:[^"]|"")*"|(?<![\w.$!])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\w.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\w(.])/gu;

/**
 * What a formula does, whatever the sheets are called and wherever rows and columns have moved to: references are
 * blanked, spaces and letter case outside of texts do not count. LibreOffice saves FALSE as FALSE().
 */
export function shapeOf(formula: string): string {
  const blanked = formula.replace(TOKENS, (token, _sheet, cells: string | undefined) =>
    cells === undefined ? token : '\u0000',
  );
  return blanked
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/\s+/g, '')
            .toUpperCase()
            .replace(/\b(TRUE|FALSE)\(\)/g, '$1'),
    )
    .join('');
}

/** The references of a formula, left to right. */
export function referencesIn(formula: string): readonly FormulaReference[] {
  return [...formula.matchAll(TOKENS)].flatMap(([, sheet = '', cells]) =>
    cells === undefined ? [] : [{ sheet, cells }],
  );
}

/** The formula with each reference replaced; null when one of them has no replacement. */
export function withReferences(
  formula: string,
  replace: (reference: FormulaReference) => FormulaReference | null,
): string | null {
  const lost: FormulaReference[] = [];
  const replaced = formula.replace(TOKENS, (token, sheet: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return token;
    const reference = { sheet: sheet ?? '', cells };
    const next = replace(reference) ?? (lost.push(reference), reference);
    return `${next.sheet}${next.cells}`;
  });
  return lost.length === 0 ? replaced : null;
}

/** A corner of a reference, such as `$N7`: its column as written, its row, and whether the row stays when the formula moves. */
export interface Corner {
  readonly column: string;
  readonly fixedRow: boolean;
  readonly row: number;
}

export function cornersOf(cells: string): readonly Corner[] {
  return cells.split(':').flatMap((corner) => {
    const [, column, mark, row] = /^(\$?[A-Z]+)(\$?)(\d+)$/.exec(corner) ?? [];
    return column === undefined || row === undefined
      ? []
      : [{ column, fixedRow: mark === '$', row: Number(row) }];
  });
}

export const cornersText = (corners: readonly Corner[]): string =>
  corners.map(({ column, fixedRow, row }) => `${column}${fixedRow ? '$' : ''}${row}`).join(':');
