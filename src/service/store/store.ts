import type { Row } from '../../submission/row';

/** A row as it comes to be kept. `rowHash` is the SHA-256 of the accepted bytes, lower-case hex. */
export interface Entry {
  readonly nullifier: string;
  readonly rowHash: string;
  readonly row: Row;
}

/** What a receipt is made from: the row that holds a key. */
export interface Held {
  readonly rowHash: string;
  readonly revision: number;
}

/**
 * Where accepted rows live. No method tells how many there are: figures leave only in releases. Adapters: SQLite in
 * one file now; PostgreSQL by the same SQL text later.
 */
export interface Store {
  /** The row that holds the key, or null. */
  find(nullifier: string): Promise<Held | null>;
  /**
   * Keeps the row unless its key is held, and says which row holds the key now. When the promise is fulfilled the
   * row has survived a loss of power (on storage that honours fsync). `fresh`: this call kept it.
   */
  insert(entry: Entry): Promise<Held & { readonly fresh: boolean }>;
  /** Whether it can be asked at all. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
