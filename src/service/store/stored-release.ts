/** A release as the store keeps it: everything but `ledger` is public. */
export interface StoredRelease {
  readonly number: number;
  readonly cycle: string;
  readonly rubric: string;
  /** The signed `jsp-release/1`, canonical JSON. */
  readonly body: string;
  /** The report page, HTML. */
  readonly report: string;
  /** How many pages of leaves there are. */
  readonly pages: number;
  /** What later releases are audited against, and what this one is made again from; canonical JSON of `ledgerSchema`. Never served. */
  readonly ledger: string;
}
