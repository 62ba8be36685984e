import type { Release, ReleaseRules, UnsignedRelease } from '../../rubric/release';
import { compareVersions } from '../../rubric/benchmark-of';
import { canonicalJson } from '../../submission/canonical';
import { releaseBytes } from '../../submission/release';
import type { Signer } from '../signing';
import type { Group } from '../store/operator-store';
import { atomsAt } from './atoms';
import type { CellOutcome } from './compose-cells';
import { composeCells } from './compose-cells';
import type { DomainItems } from './figure-step';
import type { FormerFigures } from './former-release';
import type { Atom, Ledger } from './ledger';
import { measuresOf } from './measures';
import { talliesOf } from './tallies';
import type { ReleaseTree } from './tree';

/** What the figures of a release follow from. */
export interface ReleaseMaterial {
  readonly number: number;
  readonly domains: readonly DomainItems[];
  readonly groups: readonly Group[];
  /** Earlier releases of the cycle and rubric, in order. */
  readonly former: readonly FormerFigures[];
  /** What the last of them left behind; null where there is none. */
  readonly before: Pick<Ledger, 'atoms' | 'versions'> | null;
  readonly rules: ReleaseRules;
}

/** A release's figures and what has to be remembered of them, before anything is signed. */
export interface ReleaseDraft {
  readonly number: number;
  readonly rules: ReleaseRules;
  readonly cells: Release['cells'];
  readonly ledger: Omit<Ledger, 'filling'>;
  /** A line a cell: what is published, what not, and why. Exact counts are in it: for the operator only. */
  readonly outcomes: readonly CellOutcome[];
  /** Whether a row came, changed or went since the release before. */
  readonly changed: boolean;
}

/** What a release says beside its figures. */
export interface ReleaseFrame {
  readonly cycle: string;
  readonly rubric: string;
  /** The versions that the rows are about. */
  readonly versions: readonly string[];
  /** ISO day. */
  readonly made: string;
  /** Hash of the service's release before, of any cycle. */
  readonly previous: string | null;
  readonly tree: Pick<ReleaseTree, 'root' | 'capacity'>;
  readonly keyId: string;
}

/** Signs with the service's Ed25519 key; the same bytes give the same signature. */
export type ReleaseSigner = Pick<Signer, 'keyId' | 'signBytes'>;

/** Counts and decides. Throws where the groups do not fit the releases before (`atomsAt`), or a rule fails (R11). */
export function draftRelease(material: ReleaseMaterial): ReleaseDraft {
  const { number, domains, groups, former, before, rules } = material;
  const last = former.at(-1)?.number ?? 0;
  const measures = measuresOf(domains);
  const atoms = atomsAt(number, groups, before && { release: last, atoms: before.atoms }, measures);
  const tallies = talliesOf(groups, measures);
  const versions = before?.versions ?? [];
  const composed = composeCells({ number, atoms, tallies, former, versions, domains, rules });
  return {
    number,
    rules,
    cells: composed.cells,
    ledger: {
      schema: 'jsp-ledger/1',
      domains: domains.map(({ id, items }) => ({ id, items: [...items] })),
      atoms: [...atoms],
      versions: [...versions, ...composed.versions],
      tallies: composed.tallies,
    },
    outcomes: composed.outcomes,
    changed: atoms.some((atom) => isNew(atom, number) || hasEnded(atom, last)),
  };
}

const isNew = ({ first }: Atom, number: number): boolean => first === number;
const hasEnded = ({ last }: Atom, before: number | undefined): boolean => last !== null && last === before;

/** The release of a draft, ready to be signed. */
export function releaseOf({ number, rules, cells }: ReleaseDraft, frame: ReleaseFrame): UnsignedRelease {
  const { cycle, rubric, versions, made, previous, tree, keyId } = frame;
  return {
    schema: 'jsp-release/1',
    id: `r${number}`,
    cycle,
    rubric: { id: rubric, versions: [...versions].sort(compareVersions) },
    made,
    previous,
    rules,
    cells,
    tree: { root: tree.root, capacity: tree.capacity },
    keyId,
  };
}

/** The signed release, and its stored form: canonical JSON. */
export function signRelease(
  release: UnsignedRelease,
  signer: ReleaseSigner,
): { release: Release; body: string } {
  const signed = { ...release, signature: signer.signBytes(releaseBytes(release)) };
  return { release: signed, body: canonicalJson(signed) };
}
