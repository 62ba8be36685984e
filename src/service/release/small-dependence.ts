import { clear, echelonOf, inverse, P, scaled, times } from './modular';

/**
 * A vector modulo P that costs so many rows, as it is (`at`) and as it was before: what depended on each other before
 * still does.
 */
export interface Point {
  readonly rows: number;
  readonly before: readonly number[];
  readonly at: readonly number[];
  readonly index: number;
}

type Found = readonly number[] | 'unsearchable' | null;

/** So many entries of vectors may be looked at; a search that needs more is given up, which counts as a finding. */
const MOST_LOOKS = 5_000_000;

/**
 * Indices of points that cost at most `budget` rows together and depend on each other as they did not before, or null;
 * `unsearchable` where there are too many to try. Points are first mapped to `budget` dimensions, which keeps every
 * dependence that matters (no set has more points than that); what the map adds by chance is found out on the points
 * themselves.
 */
export function smallDependence(points: readonly Point[], budget: number): Found {
  const small = points
    .filter(({ rows }) => rows <= budget)
    .sort((a, b) => a.rows - b.rows || a.index - b.index);
  const shadows = mapped(small, budget);
  return new Search(small, shadows).within(shadows, budget, []);
}

class Search {
  readonly #points: ReadonlyMap<number, Point>;
  readonly #shadows: ReadonlyMap<number, Point>;
  #looks = 0;

  constructor(points: readonly Point[], shadows: readonly Point[]) {
    this.#points = new Map(points.map((point) => [point.index, point]));
    this.#shadows = new Map(shadows.map((point) => [point.index, point]));
  }

  /** The same question modulo the points `chosen`, about what follows them: a zero, two in one direction, or more. */
  within(points: readonly Point[], budget: number, chosen: readonly number[]): Found {
    this.#looks += points.length * (points[0]?.at.length ?? 0);
    if (this.#looks > MOST_LOOKS) return 'unsearchable';
    if (budget <= LAST) return this.#parallel(points, budget, chosen);
    const different = differentBefore(points);
    return this.#parallel(different, budget, chosen) ?? this.#larger(different, budget, chosen);
  }

  #parallel(points: readonly Point[], budget: number, chosen: readonly number[]): Found {
    const byDirection = new Map<Direction, Point[]>();
    for (const point of points) {
      const direction = directionOf(point.at);
      if (direction === ZERO && this.#isNew([...chosen, point.index])) return [...chosen, point.index];
      const others = byDirection.get(direction);
      if (others === undefined) byDirection.set(direction, [point]);
      for (const other of others ?? []) {
        const set = [...chosen, other.index, point.index];
        if (other.rows + point.rows <= budget && this.#isNew(set)) return set;
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
      const found = this.within(modulo(later, point, left), left, [...chosen, point.index]);
      if (found !== null) return found;
    }
    return null;
  }

  #isNew(set: readonly number[]): boolean {
    return [this.#shadows, this.#points].every((all) => {
      const points = set.flatMap((index) => all.get(index) ?? []);
      return rank(points.map(({ at }) => at)) < rank(points.map(({ before }) => before));
    });
  }
}

/** With so little left to spend only pairs are left to find, and nothing is taken modulo them. */
const LAST = 2;

const rank = (vectors: readonly (readonly number[])[]): number => echelonOf(vectors).length;

/** Of points that depended on each other before the cheapest stands for all; one that was zero tells nothing new. */
function differentBefore(points: readonly Point[]): readonly Point[] {
  const seen = new Set<Direction>([ZERO]);
  return points.filter(({ before }) => {
    const direction = directionOf(before);
    return !seen.has(direction) && seen.add(direction);
  });
}

type Direction = string | number;
const ZERO = '';

/** The same for vectors that are multiples of each other. */
function directionOf(at: readonly number[]): Direction {
  const [x = 0, y = 0] = at;
  if (at.length === 2 && x !== 0) return times(y, inverse(x));
  const pivot = at.findIndex((entry) => entry !== 0);
  return pivot < 0 ? ZERO : scaled(at, pivot).join();
}

/** Points up to multiples of one of them: one dimension less. Before the last look also as they were before. */
function modulo(points: readonly Point[], by: Point, budget: number): readonly Point[] {
  const before = budget > LAST ? quotient(by.before) : (vector: readonly number[]) => vector;
  const at = quotient(by.at);
  return points.map(({ rows, index, ...point }) => ({
    rows,
    index,
    before: before(point.before),
    at: at(point.at),
  }));
}

function quotient(by: readonly number[]): (vector: readonly number[]) => readonly number[] {
  const pivot = by.findIndex((entry) => entry !== 0);
  if (pivot < 0) return (vector) => vector;
  const unit = scaled(by, pivot);
  return (vector) => {
    const rest = [...vector];
    clear(rest, unit, pivot);
    rest.splice(pivot, 1);
    return rest;
  };
}

function mapped(points: readonly Point[], dimensions: number): readonly Point[] {
  const before = shadow(points[0]?.before.length ?? 0, dimensions);
  const at = shadow(points[0]?.at.length ?? 0, dimensions);
  return points.map((point) => ({ ...point, before: before(point.before), at: at(point.at) }));
}

/** Into fewer dimensions by a fixed matrix without structure. */
function shadow(from: number, to: number): (vector: readonly number[]) => readonly number[] {
  if (from <= to) return (vector) => vector;
  const matrix = Array.from({ length: to }, (_, t) => scatter(from, t + 1));
  return (vector) =>
    matrix.map((row) =>
      vector.reduce((sum, entry, i) => (entry === 0 ? sum : (sum + times(entry, row[i] ?? 0)) % P), 0),
    );
}

/** Numbers that look like chance and are always the same; by squaring, so that none is a linear function of another. */
function scatter(length: number, seed: number): readonly number[] {
  let x = (20_260_101 * seed) % P;
  return Array.from({ length }, () => (x = (times(x, x) + 7_919) % P));
}
