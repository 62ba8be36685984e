import * as z from 'zod/mini';
import { releaseSchema } from '../../rubric/release';
import { canonicalJson } from '../../submission/canonical';
import { keyText } from '../../submission/record';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import type { OperatorStore } from '../store/operator-store';
import type { AuditedRow } from './check-rows';
import { formerOf, formerOfCycle, hashOf } from './former-release';
import { atomSchema, ledgerSchema, versionSchema } from './ledger';
import { releasesUpTo } from './remake-release';

/** The first line of an auditor's file. Exact counts of earlier releases are not in it: with the rows they would tell withdrawn ones. */
export const exportHeaderSchema = z.strictObject({
  schema: z.literal('jsp-export/1'),
  /** Hex hash of the release that the rows are of. */
  release: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** How many rows it counted; fewer follow where some were corrected or withdrawn since. */
  rows: z.int().check(z.gte(0)),
  domains: ledgerSchema.shape.domains,
  /** The filling seed: 32 bytes, base64url. */
  filling: keyText,
  /** Earlier releases of the cycle, in order. */
  former: z.array(releaseSchema),
  /** What the last of them left behind. */
  before: z.nullable(z.strictObject({ atoms: z.array(atomSchema), versions: z.array(versionSchema) })),
});
export type ExportHeader = z.infer<typeof exportHeaderSchema>;

/** A further line: `AuditedRow`. */
export const exportRowSchema = z.strictObject({
  nullifier: keyText,
  revision: z.int().check(z.gte(1)),
  first: z.int().check(z.gte(1)),
  bytes: z.string(),
});

/**
 * The auditor's file of a release: JSON lines (without their ends), a header and then the rows that it counted, by their
 * keys, so that nothing tells when they came. Whoever has the file has the rows: it is for an auditor bound to secrecy.
 * Fails: `no-release`.
 */
export async function exportRelease(
  store: OperatorStore,
  number: number,
  words: Words,
): Promise<Result<AsyncIterable<string>>> {
  const all = await releasesUpTo(store, number);
  const stored = all.at(-1);
  if (stored?.number !== number) {
    return failed('no-release', words('release.none', { release: `r${number}` }));
  }
  const { release, ledger } = formerOf(stored);
  const former = formerOfCycle(all.slice(0, -1), stored.cycle, stored.rubric);
  const last = former.at(-1);
  const header: ExportHeader = {
    schema: 'jsp-export/1',
    release: hashOf(release),
    rows: rowsCounted(ledger),
    domains: ledger.domains,
    filling: ledger.filling,
    former: former.map((earlier) => earlier.release),
    before: last ? { atoms: last.ledger.atoms, versions: last.ledger.versions } : null,
  };
  return success(linesOf(header, countedRows(store, stored)));
}

async function* linesOf(header: ExportHeader, rows: AsyncIterable<AuditedRow>): AsyncIterable<string> {
  yield canonicalJson(header);
  for await (const row of rows) yield canonicalJson(row);
}

/** How many rows a release counted. */
export const rowsCounted = ({ atoms }: z.infer<typeof ledgerSchema>): number =>
  atoms.reduce((sum, { last, rows }) => (last === null ? sum + rows : sum), 0);

/** The rows that a release counted and that are still as it counted them. */
export async function* countedRows(
  store: Pick<OperatorStore, 'rows'>,
  { number, cycle, rubric }: { readonly number: number; readonly cycle: string; readonly rubric: string },
): AsyncIterable<AuditedRow> {
  for await (const { nullifier, revision, first, row } of store.rows(cycle, rubric)) {
    if (first !== null && first <= number) yield { nullifier, revision, first, bytes: canonicalJson(row) };
  }
}
