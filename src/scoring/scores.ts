import type { DomainId, ItemId } from '../rubric/schema';
import type { Level } from './answer';
import type { Fraction } from './fraction';

/** A level of the staged kind: none (nothing applicable), open (something applicable is not rated yet), or 0-5. */
export type StagedLevel = Level | 'open' | null;

/** How many items hold each state; `levels[L]` counts the items rated L. */
export interface Histogram {
  readonly levels: readonly [number, number, number, number, number, number];
  readonly unknown: number;
  readonly na: number;
  readonly blank: number;
  readonly invalid: number;
}

/** The measures of a set of items, as design section 2 defines them; every mean is exact (a fraction), `null` is none. */
export interface Measures {
  readonly items: number;
  readonly applicable: number;
  readonly rated: number;
  readonly coverage: Fraction | null;
  readonly mean: Fraction | null;
  readonly median: Fraction | null;
  readonly floor: Level | null;
  readonly histogram: Histogram;
  readonly level: StagedLevel;
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  /** Mean of the targets over applicable items that have one. */
  readonly target: Fraction | null;
  /** Mean item gap over rated items that have a target. */
  readonly gap: Fraction | null;
  /** 1 - sum of gaps / sum of targets, over rated items that have a target: an unrated item claims nothing. */
  readonly percentToTarget: Fraction | null;
}

export interface ItemScore {
  readonly id: ItemId;
  readonly gap: number | null;
  /** Share (whole percent) of what holds the domain at its floor that raising this item one level removes; 0 above the floor. */
  readonly gain: number;
}

export interface Scores {
  readonly domains: ReadonlyMap<DomainId, Measures>;
  readonly items: ReadonlyMap<ItemId, ItemScore>;
  readonly overall: Measures & {
    /** Mean of the domain means; a domain with nothing applicable is left out; open while another has no mean. */
    readonly composite: Fraction | 'open' | null;
    readonly compositeLow: Fraction | null;
    readonly compositeHigh: Fraction | null;
  };
  /** Items with a gap, largest first; ties by gain, then by the rubric's order. */
  readonly roadmap: readonly ItemId[];
}
