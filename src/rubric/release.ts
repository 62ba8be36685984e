import * as z from 'zod/mini';
import { domainId, itemId, rubricId, rubricVersion } from './schema';

const hundredths = z.int().check(z.gte(0), z.lte(500));
const share = z.int().check(z.gte(0), z.lte(100), z.multipleOf(5));
const atLeastPercent = z.int().check(z.gte(0), z.lte(100), z.multipleOf(10));
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const keyText = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** How many rows stand behind a figure, never exactly: `5-9`, or a multiple of 5 and more (`15+`). */
export const countLabel = z.string().check(z.regex(/^(5-9|[1-9]\d*[05]\+)$/));
/** `r` and the release's number, counted from 1 over all cycles of a service. */
export const releaseId = z.string().check(z.regex(/^r[1-9]\d{0,5}$/));

/**
 * Why something is not published. `few`: fewer rows than the minimum (none looks the same). `complement`: it could be
 * worked out from the other categories. `difference`: it could be worked out from what was published before.
 */
export const hiddenReason = z.enum(['few', 'complement', 'difference']);
export type HiddenReason = z.infer<typeof hiddenReason>;

/** One measure over one group of rows, on the scale 0-5 in integer hundredths. What a rule holds back is absent. */
export const releaseFigure = z.strictObject({
  answers: countLabel,
  mean: z.optional(hundredths),
  p25: z.optional(hundredths),
  median: z.optional(hundredths),
  p75: z.optional(hundredths),
  /** Half the width of the 95 % interval of the mean (Student's t), rounded up to 0.05. */
  margin: z.optional(hundredths),
  /** Percent, rounded to 5, need not add up to 100. Items: six, at level 0 to 5. Means: five, in [0,1) [1,2) [2,3) [3,4) [4,5]. */
  shares: z.optional(z.array(share).check(z.minLength(5), z.maxLength(6))),
  /** Nearly all answers are at one level or beside it, so that a figure would tell each of them. */
  uniform: z.optional(z.literal(true)),
  /** Items only: at least so many percent of the group answered N/A, or Don't know. */
  notApplicable: z.optional(atLeastPercent),
  unknown: z.optional(atLeastPercent),
});
export type ReleaseFigure = z.infer<typeof releaseFigure>;

const hidden = z.strictObject({ hidden: hiddenReason });
const measure = z.union([releaseFigure, hidden]);
export type ReleaseMeasure = z.infer<typeof measure>;

/** All rows of a cycle, or those of one segment. */
const cellKey = z.string().check(z.regex(/^(all|organization:[a-z-]{1,20}|size:[0-9a-z-]{1,20})$/));

/** `asOf` is the release whose figures these are: an earlier one where newer figures would give a contributor away. */
const cell = z.union([
  hidden,
  z.strictObject({
    asOf: releaseId,
    rows: countLabel,
    composite: measure,
    domains: z.record(domainId, measure),
    items: z.record(itemId, measure),
  }),
]);
export type ReleaseCell = z.infer<typeof cell>;

/** The parameters of the disclosure rules (docs/threat-model.md), as they were used. */
export const releaseRules = z.strictObject({
  /** A group of fewer rows publishes nothing. */
  leastRows: z.int().check(z.gte(5)),
  /** From so many rows on: quartiles, distribution, a rounded count. */
  fullRows: z.int().check(z.gte(10)),
  /** Two published versions of a group differ by none, or by at least so many rows added, and removed. */
  leastDifference: z.int().check(z.gte(5)),
  /** Percent of answers at one level above which an item is called uniform. */
  greatestShare: z.int().check(z.gte(50), z.lte(90)),
  /** Days from the cycle's close to its first release. */
  leastAgeDays: z.int().check(z.gte(90)),
});
export type ReleaseRules = z.infer<typeof releaseRules>;

/**
 * What a benchmark service publishes of the rows it took: immutable, numbered, chained and signed. `signature` is
 * Ed25519 (RFC 8032), base64url, over the canonical JSON (RFC 8785) of the other fields; the release's hash is the
 * SHA-256 of the same bytes.
 */
export const releaseSchema = z.strictObject({
  schema: z.literal('jsp-release/1'),
  id: releaseId,
  cycle: z.string().check(z.regex(/^\d{4}(-[1-4])?$/)),
  rubric: z.strictObject({ id: rubricId, versions: z.array(rubricVersion).check(z.minLength(1)) }),
  /** ISO day. */
  made: z.iso.date(),
  /** Hash of the release before, of any cycle; null for the first. */
  previous: z.nullable(sha256Hex),
  rules: releaseRules,
  cells: z.record(cellKey, cell),
  /** Root of the Merkle tree (RFC 9162, section 2.1) over the rows' leaves, filled up to `capacity` (a power of 2), sorted. */
  tree: z.strictObject({ root: sha256Hex, capacity: z.int().check(z.gte(64)) }),
  keyId: keyText,
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
});
export type Release = z.infer<typeof releaseSchema>;
export type UnsignedRelease = Omit<Release, 'signature'>;
