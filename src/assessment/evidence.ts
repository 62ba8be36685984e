import * as z from 'zod/mini';
import type { ItemId } from '../rubric/schema';
import type { RawCell } from './assessment';

/** Longest texts, in UTF-16 code units, of evidence that is captured. What people type may be longer. */
export const EVIDENCE_LIMITS = { title: 300, address: 2000, quote: 2000, note: 500 } as const;

// zod's own checks of lengths (in code points), integers and addresses are long, and the extension's worker is to be small.
const text = (longest: number) => z.string().check(z.refine((value) => value.length <= longest));
const count = z.number().check(z.refine((value) => Number.isSafeInteger(value) && value >= 1));
const webAddress = z.refine<string>((value) => /^https?:/.test(value) && URL.canParse(value));
/** UTC to the second: 2026-11-20T10:00:00Z. */
const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/**
 * A page that was captured for an item, on its way to a workbook: in the extension's inbox, on the clipboard, or handed
 * to the pane. It never has a way into what is sent to the benchmark.
 */
export const capturedEvidenceSchema = z.strictObject({
  /** `EV-` and a UUID: names it in the inbox, and nowhere else. */
  id: z.string().check(z.regex(/^EV-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  /** Counts its changes in the inbox, from 1, so that only what was listed is acknowledged. */
  revision: count,
  /** Null as long as nobody has said which item it is for. */
  item: z.nullable(z.string().check(z.regex(/^.{1,32}$/s))),
  title: text(EVIDENCE_LIMITS.title),
  /** http or https, without what opens doors: passwords, tokens, signatures. */
  address: text(EVIDENCE_LIMITS.address).check(webAddress),
  captured: moment,
  /** When the page was last captured again; at first the same as `captured`. */
  verified: moment,
  /** The page's own date, as an ISO day. */
  pageDate: z.nullable(day),
  quote: text(EVIDENCE_LIMITS.quote),
  note: text(EVIDENCE_LIMITS.note),
});
export type CapturedEvidence = z.infer<typeof capturedEvidenceSchema>;

/** A title and a link that somebody typed or pasted: as long as those of a captured page, and the same kind of address. */
export const typedEvidenceSchema = z.strictObject({
  title: capturedEvidenceSchema.shape.title,
  address: capturedEvidenceSchema.shape.address,
});

/** What evidence says, wherever it stands. People may list a document that no browser captured: then there is no address or time. */
export interface Evidence {
  readonly title: string;
  /** An address, a path, a document number; empty where there is none. */
  readonly address: string;
  /** UTC to the second; null where it is not known. */
  readonly captured: string | null;
  readonly verified: string | null;
  /** ISO day. */
  readonly pageDate: string | null;
  readonly quote: string;
  readonly note: string;
}

/** Evidence with the item that it is for. */
export interface ItemEvidence extends Evidence {
  readonly item: ItemId;
}

/** A line of the Evidence sheet with its meaning. `row` is 1-based, as users see it. */
export interface EvidenceLine extends ItemEvidence {
  readonly row: number;
}

/** The columns of the Evidence sheet and of what is copied, in their order. */
export const EVIDENCE_FIELDS = [
  'item',
  'title',
  'address',
  'captured',
  'verified',
  'pageDate',
  'quote',
  'note',
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** A line of the Evidence sheet as the cells hold it. `row` is 1-based. */
export type RawEvidenceLine = Readonly<Record<EvidenceField, RawCell>> & { readonly row: number };
