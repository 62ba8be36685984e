import type { Row } from '../../submission/row';
import type { Store } from './store';
import type { StoredRelease } from './stored-release';

/** How many rows hold each value of a column; a value that no row holds is absent. The column codes of `columns.ts`. */
export type ValueCounts = ReadonlyMap<number, number>;

/**
 * The rows of one cycle and rubric that hold values, which share these three things. `first`: the release in which
 * this revision of them was counted first; null: in none yet.
 */
export interface Group {
  readonly first: number | null;
  readonly organization: Row['organization'];
  readonly size: Row['size'];
  readonly rows: number;
  /** By column name of `columns.ts`: `composite`, `org_mean`, `org_01`. Rows without a value (null) are not in it. */
  readonly values: ReadonlyMap<string, ValueCounts>;
}

/** A row as a leaf of the tree is made from it. */
export interface LeafSource {
  readonly nullifier: string;
  readonly revision: number;
  readonly rowHash: string;
}

/** A whole row out of the store, for the auditor. Its canonical bytes have `rowHash`. */
export interface StoredRow extends LeafSource {
  readonly first: number | null;
  readonly row: Row;
}

/** What a release reads and writes, in one transaction: nothing that arrives meanwhile is seen or marked. */
export interface ReleaseTransaction {
  /** Releases of every cycle, in order. */
  releases(): Promise<readonly StoredRelease[]>;
  /** The versions of the rubric that the cycle's rows are about. */
  versions(cycle: string, rubric: string): Promise<readonly string[]>;
  groups(cycle: string, rubric: string): Promise<readonly Group[]>;
  leaves(cycle: string, rubric: string): Promise<readonly LeafSource[]>;
  /** Says of every row of the cycle that was in no release yet: counted first in this one. */
  mark(cycle: string, rubric: string, number: number): Promise<void>;
  /** Fails the transaction where the number is taken. `leafPages` as of `Store.leafPage`. */
  add(release: StoredRelease, leafPages: readonly string[]): Promise<void>;
}

/** The store as the operator's commands see it; the service holds a `Store`. Several may be open beside a service. */
export interface OperatorStore extends Store {
  /** Adds member codes by hash; one that is there already is left as it is. */
  addCodes(cycle: string, codeHashes: readonly string[]): Promise<void>;
  /** How many codes of the cycle there are, and how many are spent. */
  codes(cycle: string): Promise<{ readonly made: number; readonly spent: number }>;
  /** Runs `work` in one transaction and commits what it did; what it throws undoes all of it. Runs it again where the engine asks for that (SQLSTATE 40001). */
  inRelease<T>(work: (transaction: ReleaseTransaction) => Promise<T>): Promise<T>;
  /** Every row of the cycle that holds values, by nullifier. */
  rows(cycle: string, rubric: string): AsyncIterable<StoredRow>;
  /** Writes a whole, consistent copy to a new place while the service runs: a directory for SQLite. PostgreSQL has its own tools: `unsupported`. */
  backup(target: string): Promise<'done' | 'unsupported'>;
  /** What `doctor` tells: the engine and its version, migrations that are missing, whether every commit waits for the disk. */
  examine(): Promise<{
    readonly engine: string;
    readonly durable: boolean;
    readonly damage: readonly string[];
  }>;
}
