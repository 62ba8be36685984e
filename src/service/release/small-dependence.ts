import { clear, echelonOf, P, scaled, times } from './modular';

/** A vector modulo P that costs so many rows, and what it was before: there independent sets may have been larger. */
export interface Point {
  readonly rows: number;
  readonly at: readonly number[];
  readonly before: readonly number[];
  readonly index: number;
}

type Found = readonly number[] | 'unsearchable' | null;

/** So many vectors may be looked at; a search that needs more is given up, which counts as a finding. */
const MOST_LOOKS = 2_000_000;

/**
 * Indices of points that cost at most `budget` rows together and depend on each other more than they did before, or
 * null; `unsearchable` where there are too many to try. Points are first mapped to `budget` dimensions, which keeps every dependence that matters (no
 * set has more points than that); what the map adds by chance is found out on the points themselves.
 */
export function smallDependence(points: readonly Point[], budget: number): Found {
  const small = points
    .filter(({ rows }) => rows <= budget)
    .sort((a, b) => a.rows - b.rows || a.index - b.index);
  return new Search(small).within(mapped(small, budget), budget, []);
}

class Search {
  readonly #points: ReadonlyMap<number, Point>;
  #looks = 0;

  constructor(points: readonly Point[]) {
    this.#points = new Map(points.map((point) => [point.index, point]));
  }

  /** The same question modulo the points `chosen`, about what follows them: a zero, two in one direction, or more. */
  within(points: readonly Point[], budget: number, chosen: readonly number[]): Found {
    this.#looks += points.length;
    if (this.#looks > MOST_LOOKS) return 'unsearchable';
    return this.#parallel(points, budget, chosen) ?? this.#larger(points, budget, chosen);
  }

  #parallel(points: readonly Point[], budget: number, chosen: readonly number[]): Found {
    const byDirection = new Map<string, Point[]>();
    for (const point of points) {
      const direction = directionOf(point.at);
      if (direction === '' && this.#dependent([...chosen, point.index])) return [...chosen, point.index];
      const others = byDirection.get(direction);
      if (others === undefined) byDirection.set(direction, [point]);
      for (const other of others ?? []) {
        const set = [...chosen, other.index, point.index];
        if (other.rows + point.rows <= budget && this.#dependent(set)) return set;
      }
      others?.push(point);
    }
    return null;
  }

  #larger(points: readonly Point[], budget: number, chosen: readonly number[]): Found {
    for (const [i, point] of points.entries()) {
      const left = budget - point.rows;
      const later = points.slice(i + 1).filter(({ rows }) => rows < left);
      if (later.length < 2) continue;
      const found = this.within(modulo(later, point), left, [...chosen, point.index]);
      if (found !== null) return found;
    }
    return null;
  }

  #dependent(set: readonly number[]): boolean {
    const points = set.flatMap((index) => this.#points.get(index) ?? []);
    return rank(points.map(({ at }) => at)) < rank(points.map(({ before }) => before));
  }
}

const rank = (vectors: readonly (readonly number[])[]): number => echelonOf(vectors).length;

/** The same for vectors that are multiples of each other, empty for zero. */
function directionOf(at: readonly number[]): string {
  const pivot = at.findIndex((entry) => entry !== 0);
  return pivot < 0 ? '' : scaled(at, pivot).join();
}

/** Points up to multiples of one of them: one dimension less. */
function modulo(points: readonly Point[], { at }: Point): readonly Point[] {
  const pivot = at.findIndex((entry) => entry !== 0);
  if (pivot < 0) return points;
  const unit = scaled(at, pivot);
  return points.map(({ at: other, ...point }) => {
    const rest = [...other];
    clear(rest, unit, pivot);
    rest.splice(pivot, 1);
    return { ...point, at: rest };
  });
}

/** Into fewer dimensions by a fixed matrix without structure. */
function mapped(points: readonly Point[], dimensions: number): readonly Point[] {
  const from = points[0]?.at.length ?? 0;
  if (from <= dimensions) return points;
  const matrix = scatter(from * dimensions);
  return points.map(({ at, ...point }) => {
    const sums = new Array<number>(dimensions).fill(0);
    at.forEach((entry, f) => {
      if (entry === 0) return;
      for (let t = 0; t < dimensions; t += 1) {
        sums[t] = ((sums[t] ?? 0) + times(entry, matrix[f * dimensions + t] ?? 0)) % P;
      }
    });
    return { ...point, at: sums };
  });
}

/** Numbers that look like chance and are always the same; squaring, so that no entry is a linear function of another. */
function scatter(length: number): readonly number[] {
  let x = 20_260_101;
  return Array.from({ length }, () => (x = (times(x, x) + 7_919) % P));
}
