import type { HiddenReason, ReleaseCell, ReleaseRules } from '../../rubric/release';
import type { Decision } from './decide';
import { decide } from './decide';
import { figuresOf } from './figures';
import type { DomainItems } from './figure-step';
import type { FormerFigures } from './former-release';
import type { Atom, Tally, Version } from './ledger';
import { measuresOf } from './measures';
import { CELLS } from './tallies';

/** What a release's cells follow from, and nothing else. */
export interface CellMaterial {
  readonly number: number;
  readonly atoms: readonly Atom[];
  /** By cell key; of cells that are published anew at least. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Earlier releases of the cycle and rubric, in order. */
  readonly former: readonly FormerFigures[];
  /** What they published anew, and when. */
  readonly versions: readonly Version[];
  readonly domains: readonly DomainItems[];
  readonly rules: ReleaseRules;
}

/** What became of a measure, with its exact count of answers: for the operator only. */
export interface MeasureOutcome {
  readonly id: string;
  readonly answers: number;
  readonly hidden: HiddenReason | null;
}

/** What became of a group, and why, with its exact count of rows: for the operator only. */
export interface CellOutcome {
  readonly cell: string;
  readonly rows: number;
  readonly outcome: 'published' | 'kept' | 'hidden';
  /** The release whose figures it shows: this one, an earlier one, none. */
  readonly asOf: string | null;
  readonly hidden: HiddenReason | null;
  /** Only of a group with new figures. */
  readonly measures: readonly MeasureOutcome[];
}

export interface Composed {
  readonly cells: Record<string, ReleaseCell>;
  /** What this release published anew. */
  readonly versions: readonly Version[];
  /** The tallies behind it, by cell. */
  readonly tallies: Record<string, Tally>;
  readonly outcomes: readonly CellOutcome[];
}

/** Decides about every cell under the rules, and makes the figures of those that may show new ones. */
export function composeCells(material: CellMaterial): Composed {
  const { number, atoms, tallies, versions, domains, rules } = material;
  const decisions = decide({
    atoms,
    versions,
    release: number,
    cells: CELLS.map(({ key }) => key),
    measures: measuresOf(domains).map(({ id }) => id),
    rules,
  });
  const decided = [...decisions];
  const anew = decided.flatMap(([cell, decision]) =>
    decision.kind === 'publish' ? [{ cell, decision, tally: talliedOf(tallies, cell) }] : [],
  );
  return {
    cells: Object.fromEntries(decided.map(([key, decision]) => [key, cellOf(key, decision, material)])),
    versions: anew.map(({ cell, decision }) => ({ cell, release: number, measures: [...decision.measures] })),
    tallies: Object.fromEntries(anew.map(({ cell, tally }) => [cell, tally])),
    outcomes: decided.map(([cell, decision]) => outcomeOf(cell, decision, material)),
  };
}

function cellOf(cell: string, decision: Decision, material: CellMaterial): ReleaseCell {
  const { number, tallies, former, domains, rules } = material;
  if (decision.kind === 'hidden') return { hidden: decision.reason };
  if (decision.kind === 'publish') {
    return { asOf: `r${number}`, ...figuresOf(talliedOf(tallies, cell), decision, { cell, domains, rules }) };
  }
  const kept = former.find((earlier) => earlier.number === decision.release)?.release.cells[cell];
  if (kept === undefined || 'hidden' in kept || kept.asOf !== `r${decision.release}`) {
    throw new Error(`Release ${decision.release} published nothing of ${cell} that could stay`);
  }
  return kept;
}

function outcomeOf(cell: string, decision: Decision, { number, atoms, domains }: CellMaterial): CellOutcome {
  const open = atoms.filter((atom) => atom.last === null && isWithin(atom, cell));
  const rows = open.reduce((sum, atom) => sum + atom.rows, 0);
  if (decision.kind === 'hidden') {
    return { cell, rows, outcome: 'hidden', asOf: null, hidden: decision.reason, measures: [] };
  }
  if (decision.kind === 'keep') {
    return { cell, rows, outcome: 'kept', asOf: `r${decision.release}`, hidden: null, measures: [] };
  }
  const measures = measuresOf(domains).map(({ id }) => ({
    id,
    answers: open.reduce((sum, atom) => sum + (atom.answered[id] ?? 0), 0),
    hidden: decision.hidden.get(id) ?? null,
  }));
  return { cell, rows, outcome: 'published', asOf: `r${number}`, hidden: null, measures };
}

const isWithin = ({ organization, size }: Atom, cell: string): boolean =>
  cell === 'all' || cell === `organization:${organization}` || cell === `size:${size}`;

function talliedOf(tallies: ReadonlyMap<string, Tally>, cell: string): Tally {
  const tally = tallies.get(cell);
  if (tally === undefined) throw new Error(`Nothing was counted of ${cell}`);
  return tally;
}
