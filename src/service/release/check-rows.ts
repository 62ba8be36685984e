import { createHash } from 'node:crypto';
import type { Release } from '../../rubric/release';
import { canonicalJson } from '../../submission/canonical';
import { releaseNumber } from '../../submission/release';
import type { Row } from '../../submission/row';
import { rowSchema } from '../../submission/row';
import type { Words } from '../../words/words';
import type { LeafSource } from '../store/operator-store';
import type { LeafPages } from './check-tree';
import { checkTree } from './check-tree';
import { compareCells } from './compare-cells';
import type { DomainItems } from './figure-step';
import type { Finding } from './finding';
import type { FormerFigures } from './former-release';
import type { Ledger } from './ledger';
import { draftRelease } from './make-release';
import { measuresOf } from './measures';
import { RowCounter } from './rows-to-groups';

/** A row as it is shown to an auditor. */
export interface AuditedRow {
  readonly nullifier: string;
  readonly revision: number;
  /** The release that counted this revision first. */
  readonly first: number;
  /** The accepted bytes: canonical JSON, ASCII. */
  readonly bytes: string;
}

/** What rows are held against. */
export interface AuditCase {
  readonly release: Release;
  readonly pages: LeafPages;
  /** The filling seed. */
  readonly filling: Uint8Array;
  readonly domains: readonly DomainItems[];
  /** As of `ReleaseMaterial`. */
  readonly former: readonly FormerFigures[];
  readonly before: Pick<Ledger, 'atoms' | 'versions'> | null;
  readonly words: Words;
}

/**
 * Whether a release was made of exactly these rows, each counted once, and every cell of it is what the rows and the
 * rules give. Finds nothing where all of that holds.
 */
export async function checkRows(
  rows: AsyncIterable<AuditedRow>,
  subject: AuditCase,
): Promise<readonly Finding[]> {
  const { release, pages, filling, domains, words } = subject;
  const counter = new RowCounter(measuresOf(domains));
  const sources = new Map<string, LeafSource>();
  const versions = new Set<string>();
  const findings: Finding[] = [];
  for await (const { nullifier, revision, first, bytes } of rows) {
    const row = readRow(bytes, release);
    const place = { row: nullifier };
    if (sources.has(nullifier)) {
      findings.push({ code: 'row-doubled', place: nullifier, message: words('release.rowDoubled', place) });
    } else if (row === null) {
      findings.push({
        code: 'row-unreadable',
        place: nullifier,
        message: words('release.rowUnreadable', place),
      });
    } else {
      counter.add(row, first);
      versions.add(row.rubric.version);
      sources.set(nullifier, { nullifier, revision, rowHash: sha256(bytes) });
    }
  }
  return [
    ...findings,
    ...checkTree(release, [...sources.values()], filling, pages, words),
    ...checkVersions(versions, subject),
    ...checkFigures(counter, subject),
  ];
}

const sha256 = (bytes: string): string => createHash('sha256').update(bytes, 'ascii').digest('hex');

/** A row of the release's cycle and rubric in its one spelling; null for anything else. */
function readRow(bytes: string, { cycle, rubric }: Release): Row | null {
  const parsed = rowSchema.safeParse(parseJson(bytes));
  if (!parsed.success || canonicalJson(parsed.data) !== bytes) return null;
  return parsed.data.cycle === cycle && parsed.data.rubric.id === rubric.id ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where no row is left, the release names the versions of the one before. */
function checkVersions(versions: ReadonlySet<string>, { release, words }: AuditCase): Finding[] {
  const named = release.rubric.versions;
  if (versions.size === 0 || (named.length === versions.size && named.every((one) => versions.has(one))))
    return [];
  const place = named.join(', ');
  return [{ code: 'versions-differ', place, message: words('release.versionsDiffer', { versions: place }) }];
}

function checkFigures({ groups }: RowCounter, subject: AuditCase): readonly Finding[] {
  const { release, domains, former, before, words } = subject;
  const number = releaseNumber(release.id);
  try {
    const { cells } = draftRelease({ number, domains, groups, former, before, rules: release.rules });
    return compareCells(release.cells, cells, words);
  } catch (error) {
    // What an operator says of earlier releases may be anything; what the rules cannot work with is a finding.
    const reason = (error as Error).message;
    return [
      { code: 'ledger-differs', place: release.id, message: words('release.ledgerDiffers', { reason }) },
    ];
  }
}
