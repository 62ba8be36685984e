import type { Area } from './area';
import { shifted } from './area';
import type { AreaRule } from './area-rules';
import { AreaRules } from './area-rules';
import type { ErrorAlert, Prompt, ValidationRule } from './validation-rule';
import { noAlert, noPrompt } from './validation-rule';
import { PageNotes } from './page-notes';
import type { ChartNotes } from './chart-notes';
import type { ProtectionOptions } from './protection';

/** What the engine cannot hold of a sheet; kept beside it, by sheet id. */
export class SheetNotes {
  veryHidden = false;
  protection: { readonly options: ProtectionOptions; readonly password: string | null } | null = null;
  /** What was allowed when a person last took the protection off, to be put on again. */
  lastProtection: ProtectionOptions | null = null;
  autoFilter: Area | null = null;
  /** Frozen columns the grid leaves moving, for a merged cell lies across their edge. */
  undrawnFrozenColumns = 0;
  readonly page = new PageNotes();
  readonly locked = new AreaRules(true);
  readonly formulaHidden = new AreaRules(false);
  readonly fontName = new AreaRules('Calibri');
  readonly underline = new AreaRules('None');
  readonly indent = new AreaRules(0);
  readonly horizontal = new AreaRules('General');
  readonly numberFormat = new AreaRules<{ readonly excel: string; readonly engine: string } | null>(null);
  readonly prompt = new AreaRules<Prompt>(noPrompt);
  readonly alert = new AreaRules<ErrorAlert>(noAlert);
  readonly ignoreBlanks = new AreaRules(true);
  readonly hyperlink = new AreaRules<Hyperlink | null>(null);
  /** By the engine's rule id: the rule as it was written. */
  readonly validation = new Map<string, ValidationRule>();
  readonly charts = new Map<string, ChartNotes>();
  /** By cell id of the engine: a formula as it was written, beside the engine's own spelling of it. */
  readonly written = new Map<number, { readonly engine: string; readonly text: string }>();

  /** Follows rows or columns that were inserted (`count` > 0) or deleted at `at`. */
  shift(dimension: 'ROW' | 'COL', at: number, count: number): void {
    for (const rules of [...this.#moving, ...this.#staying]) rules.shift(dimension, at, count);
    if (this.autoFilter) this.autoFilter = shifted(this.autoFilter, dimension, at, count);
  }

  /** Follows rows of an area that changed places: the one in `row` comes from row `from(row)`. */
  reorder(area: Area, from: (row: number) => number): void {
    for (const rules of this.#moving) rules.reorder(area, from);
  }

  /** Everything that follows rows and columns, for `restore`. */
  places(): NotedPlaces {
    return {
      rules: [...this.#moving, ...this.#staying].map((rules) => rules.toJSON()),
      autoFilter: this.autoFilter,
    };
  }

  restore({ rules, autoFilter }: NotedPlaces): void {
    [...this.#moving, ...this.#staying].forEach((kept, i) => kept.restore(rules[i] ?? []));
    this.autoFilter = autoFilter;
  }

  /** What belongs to a cell's look, and goes where its row is sorted to. */
  get #moving(): readonly AreaRules<unknown>[] {
    const { locked, formulaHidden, fontName, underline, indent, horizontal, numberFormat, hyperlink } = this;
    return [locked, formulaHidden, fontName, underline, indent, horizontal, numberFormat, hyperlink];
  }
  /** What belongs to the place: a validation stays when rows are sorted. */
  get #staying(): readonly AreaRules<unknown>[] {
    return [this.prompt, this.alert, this.ignoreBlanks];
  }
}

/** Where the notes of a sheet were at a time. */
export interface NotedPlaces {
  readonly rules: readonly (readonly AreaRule<unknown>[])[];
  readonly autoFilter: Area | null;
}

/** `Excel.RangeHyperlink`, as written. */
export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}
