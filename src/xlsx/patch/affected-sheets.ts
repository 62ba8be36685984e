import { type FormulaReferences, formulaReferences } from './formula-references';

/** What decides which sheets depend on which. Names are compared without letter case. */
export interface SheetFormulas {
  /** In the order of the tabs. */
  readonly sheets: readonly { readonly name: string; readonly formulas: readonly string[] }[];
  /** Names, with what each stands for; one name may stand for more than one thing. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  /** Tables, by the sheet each stands on. */
  readonly tables: readonly { readonly name: string; readonly sheet: string }[];
}

/** Functions that make a reference of a text or a distance: no one can tell from the formula where it leads. */
const ANYWHERE: ReadonlySet<string> = new Set(['indirect', 'offset', 'evaluate']);

/**
 * The sheets, in lower case, that hold a changed cell or formulas that may depend on one, directly or through others.
 * Whole sheets are compared, so that a sheet may be named that does not depend on a change; none is left out.
 */
export function affectedSheets(workbook: SheetFormulas, changed: readonly string[]): ReadonlySet<string> {
  const reach = new Reach(workbook);
  const affected = new Set(changed.map((name) => name.toLowerCase()));
  const leads = workbook.sheets.map(({ name, formulas }) => ({
    name: name.toLowerCase(),
    to: reach.of(formulas.map(formulaReferences)),
  }));
  for (let before = -1; before !== affected.size;) {
    before = affected.size;
    for (const { name, to } of leads) {
      if (to === 'anywhere' ? affected.size > 0 : [...to].some((sheet) => affected.has(sheet)))
        affected.add(name);
    }
  }
  return affected;
}

/** Sheets, or all of them. */
type Destination = ReadonlySet<string> | 'anywhere';

class Reach {
  readonly #order: ReadonlyMap<string, number>;
  readonly #tables = new Map<string, string>();
  readonly #names = new Map<string, FormulaReferences[]>();

  constructor({ sheets, names, tables }: SheetFormulas) {
    this.#order = new Map(sheets.map(({ name }, i) => [name.toLowerCase(), i]));
    for (const { name, sheet } of tables) this.#tables.set(name.toLowerCase(), sheet.toLowerCase());
    for (const { name, formula } of names) {
      const meanings = this.#names.get(name.toLowerCase()) ?? [];
      this.#names.set(name.toLowerCase(), [...meanings, formulaReferences(formula)]);
    }
  }

  of(references: readonly FormulaReferences[]): Destination {
    const found = new Set<string>();
    const seen = new Set<string>();
    const waiting = [...references];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const [first, last] of next.sheets)
        this.#between(first, last).forEach((sheet) => found.add(sheet));
      for (const word of next.words) {
        if (seen.has(word)) continue;
        seen.add(word);
        if (ANYWHERE.has(word)) return 'anywhere';
        const table = this.#tables.get(word);
        if (table !== undefined) found.add(table);
        waiting.push(...(this.#names.get(word) ?? []));
      }
    }
    return found;
  }

  /** The sheets of a 3-D reference; a range of cells such as `A1:Sheet2!B3` is spelled like one. */
  #between(first: string, last: string): readonly string[] {
    if (first === last) return [first];
    const [from, to] = [this.#order.get(first), this.#order.get(last)];
    if (from === undefined || to === undefined) return [first, last];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    return [...this.#order].filter(([, i]) => low <= i && i <= high).map(([name]) => name);
  }
}
