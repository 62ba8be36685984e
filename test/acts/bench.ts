import type { RawAssessment, RawCell } from '../../src/assessment/assessment';
import type { Finding } from '../../src/workbook/port';
import type { Result } from '../../src/words/result';
import type { Act } from './act';
import type { Places } from './places';

/** What the sheets show, wherever a person knows them to be. */
export interface Shown {
  /** The Scorecard's rows of domains and the whole, from Items to Invalid. */
  readonly scorecard: readonly (readonly unknown[])[];
  readonly itemMean: unknown;
  /** The Roadmap's IDs, first to last. */
  readonly roadmap: readonly unknown[];
  /** What Submission shows as the exact bytes. */
  readonly bytes: unknown;
}

/** A workbook at one moment. */
export interface Seen {
  /** The cells of the Assessment sheet from A1 on. */
  readonly cells: readonly (readonly RawCell[])[];
  readonly shown: Shown;
  /** What pane and command line read, or what they say instead. */
  readonly read: Result<RawAssessment>;
}

/** A filled workbook, its protection off, and a person at it. */
export interface Bench {
  /** Does an act; false where the spreadsheet refuses it, with nothing changed. */
  apply(act: Act, places: Places): Promise<boolean>;
  look(places: Places): Promise<Seen>;
  check(): Promise<Result<readonly Finding[]>>;
  repair(findings: readonly Finding[]): Promise<Result<readonly Finding[]>>;
}
