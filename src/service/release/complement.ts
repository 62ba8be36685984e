/** A category of one dimension, such as hospitals, and what the others could give away about it. */
export interface Category {
  readonly key: string;
  /** Its rows. */
  readonly rows: number;
  /** Whether its figures of now are to be published. */
  readonly fresh: boolean;
  /** Its rows that no published version accounts for, if its figures of now are not published. */
  readonly open: number;
}

/**
 * Which fresh categories of one dimension not to publish after all, so that nothing is left alone when the published
 * ones are subtracted from the total (R6): what is not published has to be at least two categories and `leastRows` rows,
 * or nothing. The smallest go first; in the end all of them.
 */
export function complementOf(categories: readonly Category[], leastRows: number): readonly string[] {
  const kept = categories.filter(({ fresh }) => !fresh);
  const fresh = categories.filter((category) => category.fresh).sort(smallestFirst);
  const enough = fresh.findIndex((_, hidden) => isCovered([...kept, ...fresh.slice(0, hidden)], leastRows));
  return (enough < 0 ? fresh : fresh.slice(0, enough)).map(({ key }) => key);
}

function isCovered(unpublished: readonly Category[], leastRows: number): boolean {
  const open = unpublished.filter((category) => category.open > 0);
  const rows = open.reduce((sum, category) => sum + category.open, 0);
  return open.length === 0 || (open.length >= 2 && rows >= leastRows);
}

const smallestFirst = (one: Category, other: Category): number =>
  one.rows - other.rows || (one.key < other.key ? -1 : 1);
