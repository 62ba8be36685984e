import { equationsOf, type Equation } from './equations';
import { type Course, type History, measuresOf, simulate, valueOf } from './history';
import type { Finding } from './linear-attacks';
import { publish, type Counting, type PublishedCell } from './publish';

export interface Cycle {
  readonly history: History;
  readonly published: readonly PublishedCell[];
}

/** Random cycles, and what the rules let out of each. */
export const cycles = (count: number, course: Course, counting: Counting = 'answered'): readonly Cycle[] =>
  Array.from({ length: count }, (_, i) => {
    const history = simulate(i + 1, course);
    return { history, published: publish(history, course, counting) };
  });

/** How an attack went. */
export interface Outcome {
  /** Cycles in which something about fewer rows than allowed was found. */
  readonly broken: number;
  /** Equations that were left with one row's level of an item, and how many of these the rounded means told exactly. */
  readonly alone: number;
  readonly exact: number;
}

/** Tries an attack on every measure of every cycle. */
export function attack(
  all: readonly Cycle[],
  course: Course,
  tool: (equations: readonly Equation[]) => readonly Finding[],
): Outcome {
  const measures = ['rows', ...measuresOf(course)];
  const outcome = { broken: 0, alone: 0, exact: 0 };
  for (const { history, published } of all) {
    const findings = measures.flatMap((measure) =>
      tool(equationsOf(history, published, measure)).map((finding) => ({ measure, finding })),
    );
    outcome.broken += Number(findings.length > 0);
    for (const { measure, finding } of findings) {
      if (finding.factors.size !== 1 || finding.sum === undefined || !measure.includes('-')) continue;
      const [[row, factor]] = [...finding.factors] as [[number, number]];
      outcome.alone += 1;
      outcome.exact += Number(
        100 * Math.round(finding.sum / factor / 100) === valueOf(history.lines[row]!, measure),
      );
    }
  }
  return outcome;
}
