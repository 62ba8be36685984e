import { classesOf } from './elimination';
import type { Equation } from './equations';
import { ORGANIZATIONS, SIZES } from './history';

/** An equation that an attacker made out of published ones, by the factor of each row (zeros left out). */
export interface Finding {
  readonly factors: ReadonlyMap<number, number>;
  /** What the published means say that it comes to, in hundredths; undefined where one has no mean. */
  readonly sum: number | undefined;
}

type Term = readonly [equation: Equation, factor: number];

/** Adds published equations up. */
export function combined(terms: readonly Term[]): Finding {
  const factors = new Map<number, number>();
  let sum: number | undefined = 0;
  for (const [{ members, answers, mean }, factor] of terms) {
    members.forEach((is, row) => {
      if (is === 1) factors.set(row, (factors.get(row) ?? 0) + factor);
    });
    sum = sum === undefined || mean === undefined ? undefined : sum + factor * answers * mean;
  }
  for (const [row, factor] of factors) if (factor === 0) factors.delete(row);
  return { factors, sum };
}

const isAbout = (rows: number, fewer: number): boolean => rows > 0 && rows < fewer;
const narrow = (findings: readonly Finding[], fewer: number): readonly Finding[] =>
  findings.filter(({ factors }) => isAbout(factors.size, fewer));

/** Differencing: any two versions of one group, not just neighbours; rows added, or removed, are too few. */
export function differencing(equations: readonly Equation[], fewer = 5): readonly Finding[] {
  const pairs = equations.flatMap((later) =>
    equations
      .filter(({ cell, release }) => cell === later.cell && release < later.release)
      .map((earlier) =>
        combined([
          [later, 1],
          [earlier, -1],
        ]),
      ),
  );
  return pairs.filter(({ factors }) => {
    const signs = [...factors.values()];
    return (
      isAbout(signs.filter((f) => f > 0).length, fewer) || isAbout(signs.filter((f) => f < 0).length, fewer)
    );
  });
}

/** Total minus siblings: all rows of one release less the categories of one dimension as another release shows them. */
export function siblings(equations: readonly Equation[], fewer = 5): readonly Finding[] {
  const totals = equations.filter(({ cell }) => cell === 'all');
  const dimensions = [
    ORGANIZATIONS.map(([name]) => `organization:${name}`),
    SIZES.map(([name]) => `size:${name}`),
  ];
  const releases = [...new Set(equations.map(({ release }) => release))];
  const findings = totals.flatMap((total) =>
    dimensions.flatMap((cells) =>
      releases.map((seen) => {
        const shown = cells.flatMap((cell) => asShown(equations, cell, seen) ?? []);
        return combined([[total, 1], ...shown.map((sibling): Term => [sibling, -1])]);
      }),
    ),
  );
  return narrow(findings, fewer);
}

/** A group as a release shows it: its own figures, or the last ones before. */
function asShown(equations: readonly Equation[], cell: string, release: number): Equation | undefined {
  return equations.filter((equation) => equation.cell === cell && equation.release <= release).at(-1);
}

/** Across groups and releases: every sum and difference of up to three published equations, and every change of all less the changes of one group. */
export function crossing(equations: readonly Equation[], fewer = 5): readonly Finding[] {
  const findings: Finding[] = [];
  const countOf = counter(equations);
  const keep = (...terms: Term[]) => {
    if (isAbout(countOf(terms, fewer), fewer)) findings.push(combined(terms));
  };
  equations.forEach((a, i) => {
    equations.slice(i + 1).forEach((b, j) => {
      keep([a, 1], [b, -1]);
      for (const c of equations.slice(i + j + 2)) {
        keep([a, 1], [b, -1], [c, -1]);
        keep([a, -1], [b, 1], [c, -1]);
        keep([a, -1], [b, -1], [c, 1]);
      }
    });
  });
  for (const [first, second] of changes(equations, 'all')) {
    for (const cell of new Set(equations.map((equation) => equation.cell))) {
      for (const [one, other] of changes(equations, cell))
        keep([second, 1], [first, -1], [other, -1], [one, 1]);
    }
  }
  return findings;
}

/** Counts the rows that a combination is about, up to a limit; rows in the same equations are counted together. */
function counter(equations: readonly Equation[]): (terms: readonly Term[], limit: number) => number {
  const classes = classesOf(
    equations.map(({ members }) => members),
    new Set(),
  );
  const columns = new Map(
    equations.map((equation, e) => [equation, classes.map(({ column }) => column[e]!)]),
  );
  const sizes = classes.map(({ rows }) => rows.length);
  return (terms, limit) => {
    const entries = terms.map(([equation]) => columns.get(equation)!);
    let count = 0;
    for (let i = 0; i < sizes.length && count < limit; i += 1) {
      let factor = 0;
      for (let t = 0; t < terms.length; t += 1) factor += entries[t]![i]! * terms[t]![1];
      if (factor !== 0) count += sizes[i]!;
    }
    return count;
  };
}

const changes = (equations: readonly Equation[], of: string): readonly (readonly [Equation, Equation])[] => {
  const versions = equations.filter(({ cell }) => cell === of);
  return versions.flatMap((one, i) => versions.slice(i + 1).map((other) => [one, other] as const));
};
