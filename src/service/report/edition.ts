import type { Benchmark } from '../../rubric/benchmark';
import type { HiddenReason, Release, ReleaseCell, ReleaseFigure, ReleaseMeasure } from '../../rubric/release';
import type { Rubric } from '../../rubric/schema';
import type { Words } from '../../words/words';

/** Who may send rows to the service. */
export type Mode = 'open' | 'code' | 'blind';

/** Everything that a report is made of; nothing else, no clock, goes in, so that the same edition gives the same bytes. */
export interface Edition {
  readonly release: Release;
  /** SHA-256 of the release, 64 hexadecimal digits. */
  readonly hash: string;
  /** The last release of the cycle before; null where there was none. */
  readonly former: Release | null;
  /** Figures of reports by others, shown beside and never mixed in. */
  readonly published: readonly Benchmark[];
  readonly rubric: Rubric;
  readonly words: Words;
  readonly mode: Mode;
}

export type PublishedCell = Exclude<ReleaseCell, { hidden: unknown }>;

/** A group's figures; null where the group is hidden or not there. */
export function cellOf(release: Release, key: string): PublishedCell | null {
  const cell = release.cells[key];
  return cell === undefined || 'hidden' in cell ? null : cell;
}

/** A measure's figures; null where a rule hides them or the measure is not there. */
export const figureOf = (measure: ReleaseMeasure | undefined): ReleaseFigure | null =>
  measure === undefined || 'hidden' in measure ? null : measure;

/** A measure of a group by its name: `composite`, a domain id, an item id. */
export function measureOf(cell: PublishedCell | null, name: string): ReleaseMeasure | undefined {
  if (cell === null) return undefined;
  return name === 'composite' ? cell.composite : (cell.domains[name] ?? cell.items[name]);
}

/** Why a group is hidden; one that is not there has too few rows. */
export function reasonOf(release: Release, key: string): HiddenReason {
  const cell = release.cells[key];
  return cell !== undefined && 'hidden' in cell ? cell.hidden : 'few';
}
