import type { Row } from '../../submission/row';
import type { StoredRelease } from './stored-release';

/** A row as it comes to be kept. `rowHash` is the SHA-256 of the accepted bytes, lower-case hex. */
export interface Entry {
  readonly nullifier: string;
  readonly rowHash: string;
  /** SHA-256 (base64url) of the secret that may change the row; null: nobody can. */
  readonly owner: string | null;
  readonly row: Row;
}

/** What a receipt is made from: the row that holds a key. */
export interface Held {
  readonly cycle: string;
  readonly rowHash: string;
  readonly revision: number;
  /** Its values are gone; the key stays, so that what admitted it cannot be spent again. */
  readonly withdrawn: boolean;
}

/** A single-use member code that a new row spends, by its SHA-256 (base64url). */
export interface Admission {
  readonly codeHash: string;
}

export type Insertion =
  /** `fresh`: this call kept it. Where the key was held already, no code is spent. */
  { readonly held: Held; readonly fresh: boolean } | { readonly refused: 'code-unknown' | 'code-spent' };

/** `unknown` says the same whether there is no such row or the secret is another's. */
export type Alteration = { readonly held: Held } | { readonly refused: 'unknown' | 'revision' };

/**
 * Where accepted rows live, and what was released of them. No method tells how many rows there are: figures leave only
 * in releases. Adapters: SQLite in one file, PostgreSQL and Citus, by one SQL text. When a promise of a change is
 * fulfilled, the change has survived a loss of power (on storage that honours fsync).
 */
export interface Store {
  /** The row that holds the key, or null. */
  find(nullifier: string): Promise<Held | null>;
  /** Keeps the row unless its key is held, and spends the code in the same transaction. */
  insert(entry: Entry, admission: Admission | null): Promise<Insertion>;
  /**
   * Puts a row in the place of the held one (also of a withdrawn one) where `owner` is its owner and `revision` the
   * held revision; counts the revision up. Holds the row those bytes already: nothing changes, and it is held.
   */
  correct(entry: Entry & { readonly owner: string }, revision: number): Promise<Alteration>;
  /** Empties every value of the row, counts its revision up, keeps its key. Done before: nothing changes. */
  withdraw(nullifier: string, owner: string): Promise<Alteration>;
  /**
   * Spends a member code on a blind token. `requestHash` is the SHA-256 (base64url) of the blinded message: the same
   * one again is issued again, so that a lost reply costs nothing.
   */
  issue(
    cycle: string,
    codeHash: string,
    requestHash: string,
  ): Promise<'issued' | 'code-unknown' | 'code-spent'>;
  /** Numbers of every release, in order. */
  releases(): Promise<readonly number[]>;
  release(number: number): Promise<StoredRelease | null>;
  /** A page of a release's leaves: lower-case hex, 64 characters a leaf, one after the other. */
  leafPage(number: number, page: number): Promise<string | null>;
  /** Whether it can be asked at all. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
