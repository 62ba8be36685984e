import type { Area } from './area';
import { contains, hasCell, intersection, shifted } from './area';
import { rectanglesOf } from './rectangles';

export interface AreaRule<T> {
  readonly area: Area;
  readonly value: T;
}

/** One property of cells over a sheet: the last rule that covers a cell decides; elsewhere the default. */
export class AreaRules<T> {
  #rules: AreaRule<T>[] = [];

  constructor(private readonly initial: T) {}

  set(area: Area, value: T): void {
    this.#rules = this.#rules.filter((rule) => !contains(area, rule.area));
    this.#rules.push({ area, value });
  }

  at(row: number, column: number): T {
    return this.#rules.findLast((rule) => hasCell(rule.area, row, column))?.value ?? this.initial;
  }

  /** The one value of all cells of an area, or null where they differ. */
  uniform(area: Area): T | null {
    const values = this.values(area);
    const [first] = values;
    return values.size === 1 && first !== undefined ? first : null;
  }

  /** All values that cells of an area have. */
  values(area: Area): Set<T> {
    const found = new Set<T>();
    let open: Area[] = [area];
    for (const rule of [...this.#rules].reverse()) {
      const covered = open.filter((part) => intersection(part, rule.area));
      if (covered.length > 0) found.add(rule.value);
      open = open.flatMap((part) => without(part, rule.area));
      if (open.length === 0) return found;
    }
    return found.add(this.initial);
  }

  /** The rules as plain data, for `restore`. */
  toJSON(): readonly AreaRule<T>[] {
    return this.#rules;
  }

  restore(rules: readonly AreaRule<T>[]): void {
    this.#rules = [...rules];
  }

  /** Follows rows or columns that were inserted (`count` > 0) or deleted. */
  shift(dimension: 'ROW' | 'COL', at: number, count: number): void {
    this.#rules = this.#rules.flatMap((rule) => {
      const area = shifted(rule.area, dimension, at, count);
      return area === null ? [] : [{ area, value: rule.value }];
    });
  }

  /** Follows rows of an area that changed places: the one in `row` comes from row `from(row)`. */
  reorder(area: Area, from: (row: number) => number): void {
    if (this.values(area).size === 1) return;
    for (const { area: part, value } of rectanglesOf(area, (row, column) => this.at(from(row), column)))
      this.set(part, value);
  }
}

/** What is left of an area when a hole is cut out of it: at most four areas. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (cut === null) return [area];
  const parts: Area[] = [];
  if (area.top < cut.top) parts.push({ ...area, bottom: cut.top - 1 });
  if (area.bottom > cut.bottom) parts.push({ ...area, top: cut.bottom + 1 });
  const band = { ...area, top: cut.top, bottom: cut.bottom };
  if (area.left < cut.left) parts.push({ ...band, right: cut.left - 1 });
  if (area.right > cut.right) parts.push({ ...band, left: cut.right + 1 });
  return parts;
}
