import { decide } from '../../../src/service/release/decide';
import { type Figures, figuresOf } from '../../../src/service/release/figures';
import type { Atom, Tally, Version } from '../../../src/service/release/ledger';
import { RULES } from '../../../src/service/release/rules';
import { CELLS, type Course, type History, type Line, measuresOf, membersOf, valueOf } from './history';

/** A group with figures of its own in a release. Everybody can read this. */
export interface PublishedCell {
  readonly release: number;
  readonly cell: string;
  readonly figures: Figures;
  /** Measures with figures. */
  readonly measures: readonly string[];
}

/** What the atoms say of the answers: as they are, or as if every row had answered everything (the rule's mistake). */
export type Counting = 'answered' | 'rows';

/** Runs the rules over a history, release by release, and gives what was published. */
export function publish(
  history: History,
  course: Course,
  counting: Counting = 'answered',
): readonly PublishedCell[] {
  const measures = measuresOf(course);
  const domains = Object.entries(course.domains).map(([id, items]) => ({ id, items }));
  const published: PublishedCell[] = [];
  const versions: Version[] = [];
  for (let release = 1; release <= history.releases; release += 1) {
    const atoms = atomsAt(history, release, measures, counting);
    const decisions = decide({ atoms, versions, release, cells: CELLS, measures, rules: RULES });
    for (const [cell, decision] of decisions) {
      if (decision.kind !== 'publish') continue;
      const tally = tallyOf(membersOf(history, cell, release), course);
      const few = (id: string) => counting === 'rows' && answersOf(tally, id) < RULES.leastRows;
      const shown = decision.measures.filter((id) => !few(id));
      const hidden = new Map([
        ...decision.hidden,
        ...decision.measures.filter(few).map((id) => [id, 'few'] as const),
      ]);
      const figures = figuresOf(
        tally,
        { ...decision, measures: shown, hidden },
        { cell, domains, rules: RULES },
      );
      published.push({ release, cell, figures, measures: shown });
      versions.push({ cell, release, measures: [...shown] });
    }
  }
  return published;
}

/** Atoms told from the rows themselves. */
export function atomsAt(
  { lines }: History,
  release: number,
  measures: readonly string[],
  counting: Counting = 'answered',
): readonly Atom[] {
  const atoms = new Map<string, Atom>();
  for (const line of lines.filter(({ first }) => first <= release)) {
    const last = line.last !== null && line.last < release ? line.last : null;
    const { first, organization, size } = line;
    const key = `${first} ${last} ${organization} ${size}`;
    const atom = atoms.get(key) ?? { first, last, organization, size, rows: 0, answered: {} };
    atom.rows += 1;
    for (const id of measures) {
      const counts = counting === 'rows' || valueOf(line, id) !== null;
      if (counts) atom.answered[id] = (atom.answered[id] ?? 0) + 1;
    }
    atoms.set(key, atom);
  }
  return [...atoms.values()];
}

export function tallyOf(lines: readonly Line[], { domains }: Course): Tally {
  const counts = (id: string) => {
    const values = new Map<number, number>();
    for (const line of lines) {
      const value = valueOf(line, id);
      if (value !== null) values.set(value, (values.get(value) ?? 0) + 1);
    }
    return [...values].sort(([a], [b]) => a - b);
  };
  const item = (id: string) => ({
    levels: [0, 1, 2, 3, 4, 5].map((level) => lines.filter(({ items }) => items[id] === level).length),
    notApplicable: lines.filter(({ items }) => items[id] === 'na').length,
    unknown: lines.filter(({ items }) => items[id] === 'unknown').length,
  });
  return {
    rows: lines.length,
    composite: counts('composite'),
    domains: Object.fromEntries(Object.keys(domains).map((id) => [id, counts(id)])),
    items: Object.fromEntries(Object.values(domains).flatMap((ids) => ids.map((id) => [id, item(id)]))),
  };
}

function answersOf(tally: Tally, id: string): number {
  const means = id === 'composite' ? tally.composite : tally.domains[id];
  return means
    ? means.reduce((sum, [, rows]) => sum + rows, 0)
    : tally.items[id]!.levels.reduce((a, b) => a + b, 0);
}
