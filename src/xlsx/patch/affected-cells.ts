import {
  type ColumnsRead,
  type FormulaReferences,
  formulaReferences,
  LAST_COLUMN,
} from './formula-references';

/** A formula as far as it decides what depends on what: its column, 0-based, its text, and how far its copies go sideways. */
export interface PlacedFormula {
  readonly column: number;
  readonly text: string;
  readonly spread?: readonly [left: number, right: number];
}

/** What decides which cells depend on which. Names are compared without letter case. */
export interface SheetFormulas {
  /** In the order of the tabs. */
  readonly sheets: readonly { readonly name: string; readonly formulas: readonly PlacedFormula[] }[];
  /** Names, with what each stands for; one name may stand for more than one thing. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  /** Tables, by the sheet each stands on. */
  readonly tables: readonly { readonly name: string; readonly sheet: string }[];
}

/** `changed`: it may show another result. `volatile`: no one can tell, and every program calculates it anew when it opens the file. */
export type Effect = 'none' | 'changed' | 'volatile';

/** Functions that make a reference of a text or a distance: no one can tell from the formula where it leads. */
const ANYWHERE: ReadonlySet<string> = new Set(['indirect', 'offset', 'evaluate']);

/** Columns, 0-based, by sheets in lower case. */
export type Columns = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Tells of a sheet's formula whether its result may be another one after cells of these columns changed, directly or
 * through others. Whole columns are compared, so that a formula may be named that does not depend on the change; none is
 * left out.
 */
export function affectedCells(
  workbook: SheetFormulas,
  changed: Columns,
): (sheet: string, formula: PlacedFormula) => Effect {
  const reach = new Reach(workbook);
  const affected = new Map([...changed].map(([sheet, columns]) => [sheet.toLowerCase(), new Set(columns)]));
  const waiting = workbook.sheets.flatMap(({ name, formulas }) => {
    const sheet = name.toLowerCase();
    return [...byColumn(formulas)].map(([column, list]) => ({ sheet, column, list }));
  });
  const effect = (sheet: string, formula: PlacedFormula): Effect => {
    const to = reach.of(sheet, formula);
    if (to === 'anywhere') return affected.size > 0 ? 'volatile' : 'none';
    return to.some((columns) => isHit(columns, affected)) ? 'changed' : 'none';
  };
  for (let left = waiting, before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter(({ sheet, column, list }) => {
      if (!list.some((formula) => effect(sheet, formula) !== 'none')) return true;
      affected.set(sheet, (affected.get(sheet) ?? new Set()).add(column));
      return false;
    });
  }
  return (sheet, formula) => effect(sheet.toLowerCase(), formula);
}

function byColumn(formulas: readonly PlacedFormula[]): ReadonlyMap<number, readonly PlacedFormula[]> {
  const columns = new Map<number, PlacedFormula[]>();
  for (const formula of formulas) {
    const list = columns.get(formula.column);
    if (list) list.push(formula);
    else columns.set(formula.column, [formula]);
  }
  return columns;
}

/** Columns of one sheet. */
interface Target {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
}
type Destination = readonly Target[] | 'anywhere';

function isHit({ sheet, first, last }: Target, affected: Columns): boolean {
  const columns = affected.get(sheet);
  if (columns === undefined) return false;
  for (const column of columns) if (first <= column && column <= last) return true;
  return false;
}

const NEITHER = [0, 0] as const;

class Reach {
  readonly #order: ReadonlyMap<string, number>;
  readonly #tables = new Map<string, string>();
  readonly #names = new Map<string, FormulaReferences[]>();
  readonly #known = new Map<PlacedFormula, Destination>();

  constructor({ sheets, names, tables }: SheetFormulas) {
    this.#order = new Map(sheets.map(({ name }, i) => [name.toLowerCase(), i]));
    for (const { name, sheet } of tables) this.#tables.set(name.toLowerCase(), sheet.toLowerCase());
    for (const { name, formula } of names) {
      const meanings = this.#names.get(name.toLowerCase()) ?? [];
      this.#names.set(name.toLowerCase(), [...meanings, formulaReferences(formula)]);
    }
  }

  of(sheet: string, formula: PlacedFormula): Destination {
    const known = this.#known.get(formula);
    if (known !== undefined) return known;
    const found = this.#find(sheet, formulaReferences(formula.text), formula.spread ?? NEITHER);
    this.#known.set(formula, found);
    return found;
  }

  #find(
    own: string,
    { columns, words }: FormulaReferences,
    [left, right]: readonly [number, number],
  ): Destination {
    const found = columns.flatMap((read) =>
      this.#targets(own, { ...read, first: read.first + left, last: read.last + right }),
    );
    const seen = new Set<string>();
    const waiting = [...words];
    for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
      if (seen.has(word)) continue;
      seen.add(word);
      if (ANYWHERE.has(word)) return 'anywhere';
      const table = this.#tables.get(word);
      if (table !== undefined) found.push({ sheet: table, first: 0, last: LAST_COLUMN });
      for (const meaning of this.#names.get(word) ?? []) {
        waiting.push(...meaning.words);
        // A name may stand for a place beside the cell that uses it.
        const whole = { first: 0, last: LAST_COLUMN };
        found.push(...meaning.columns.flatMap((read) => this.#targets(own, { ...read, ...whole })));
      }
    }
    return found;
  }

  #targets(own: string, { sheets: [from, to], first, last }: ColumnsRead): readonly Target[] {
    if (from === '') return [{ sheet: own, first, last }];
    // A range of cells such as `A1:Sheet2!B3` is spelled like a reference through several sheets.
    if (!this.#order.has(from) && from !== to)
      return [own, to].map((sheet) => ({ sheet, first: 0, last: LAST_COLUMN }));
    return this.#between(from, to).map((sheet) => ({ sheet, first, last }));
  }

  /** The sheets of a 3-D reference. */
  #between(first: string, last: string): readonly string[] {
    if (first === last) return [first];
    const [from, to] = [this.#order.get(first), this.#order.get(last)];
    if (from === undefined || to === undefined) return [first, last];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    return [...this.#order].filter(([, i]) => low <= i && i <= high).map(([name]) => name);
  }
}
