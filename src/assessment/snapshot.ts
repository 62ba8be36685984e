import type { DomainId } from '../rubric/schema';
import type { StagedLevel } from '../scoring/scores';

/** A line of the history sheet: the scores of one day, in hundredths; null is none, open is open. */
export interface Snapshot {
  /** ISO day. */
  readonly day: string;
  readonly rubric: string;
  readonly composite: number | 'open' | null;
  readonly itemMean: number | null;
  readonly level: StagedLevel;
  /** Whole percent. */
  readonly coverage: number | null;
  readonly domains: Readonly<Record<DomainId, number | null>>;
}
