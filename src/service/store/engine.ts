export type SqlValue = string | number | null;

/** What one engine adds to `create table`. */
export interface Dialect {
  /** SQLite's hidden rowid would tell the order of arrival. */
  readonly tableSuffix: '' | ' without rowid';
  /** Keys are compared as bytes everywhere, so that they come in the same order from every engine. */
  readonly keyType: 'text' | 'text collate "C"';
}

/** Runs SQL texts of `statements.ts`. The values of `$1`, `$2` … in their order. */
export interface Session {
  /** The lines that the text gives. Integers come as numbers. */
  all<L extends object>(sql: string, values?: readonly SqlValue[]): Promise<L[]>;
  /** How many rows the text changed. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>;
}

/** What `doctor` tells of an engine. */
export interface Examination {
  readonly engine: string;
  readonly durable: boolean;
  readonly damage: readonly string[];
}

/** Thrown by the work of a transaction: undo it and run it again, as where the engine itself asks for that. */
export class TryAgain extends Error {}

/**
 * A database, as far as the store needs it. What is not in a transaction is one by itself. Every method rejects with
 * `StoreBusy` where the database cannot be had in time.
 */
export interface Engine extends Session {
  readonly dialect: Dialect;
  /**
   * Runs `work` in one transaction, again where it or the engine asks for that. `change`: what others committed is seen
   * by each statement. `release`: the whole work sees one state of the rows.
   */
  transaction<T>(kind: 'change' | 'release', work: (session: Session) => Promise<T>): Promise<T>;
  /** As `transaction`, with every other process kept from migrating meanwhile; work done, spreads the rows where it can. */
  migration(work: (session: Session) => Promise<boolean>): Promise<boolean>;
  /** Drops what the engine's own log still holds of values that were emptied, as soon as it can. */
  forget(): Promise<void>;
  backup(target: string): Promise<'done' | 'unsupported'>;
  examine(): Promise<Examination>;
  close(): Promise<void>;
}
