import * as z from 'zod/mini';

const count = z.int().check(z.gte(0));

/**
 * Rows that no published group tells apart: same segments, counted first in release `first`, and for the last time in
 * release `last` (null: still there; a correction or withdrawal ends a revision).
 */
export const atomSchema = z.strictObject({
  first: z.int().check(z.gte(1)),
  last: z.nullable(z.int().check(z.gte(1))),
  organization: z.string(),
  size: z.string(),
  rows: count,
  /** How many of the rows have a value in each measure: `composite`, a domain id, an item id. Absent: none. */
  answered: z.record(z.string(), count),
});
export type Atom = z.infer<typeof atomSchema>;

/** Rows by value: [value, rows], by rising value. */
const valueCounts = z.array(z.tuple([z.int(), count]));

/** Exact counts of a group, from which its figures are made. Means are in hundredths. */
export const tallySchema = z.strictObject({
  rows: count,
  composite: valueCounts,
  domains: z.record(z.string(), valueCounts),
  items: z.record(
    z.string(),
    z.strictObject({ levels: z.array(count).check(z.length(6)), notApplicable: count, unknown: count }),
  ),
});
export type Tally = z.infer<typeof tallySchema>;

/** A version of a group: what a release published of it anew. `measures`: those of it that had figures. */
export const versionSchema = z.strictObject({
  cell: z.string(),
  release: z.int().check(z.gte(1)),
  measures: z.array(z.string()),
});
export type Version = z.infer<typeof versionSchema>;

/** What the service remembers of a release beside what it published. Internal: small groups are in it. */
export const ledgerSchema = z.strictObject({
  schema: z.literal('jsp-ledger/1'),
  /** What the figures are of: the domains and their items, as the rubric had them. */
  domains: z.array(z.strictObject({ id: z.string(), items: z.array(z.string()) })),
  /** Every atom of the cycle up to this release, ended ones too. */
  atoms: z.array(atomSchema),
  /** Every version of every group that this cycle's releases published, this one's too. */
  versions: z.array(versionSchema),
  /** By cell: the tallies of the groups that this release published anew. */
  tallies: z.record(z.string(), tallySchema),
  /** What the tree's filling leaves are made from: 32 bytes, base64url. */
  filling: z.string(),
});
export type Ledger = z.infer<typeof ledgerSchema>;
