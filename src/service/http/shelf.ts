import type { Benchmark } from '../../rubric/benchmark';
import { releaseId } from '../../rubric/release';
import type { Words } from '../../words/words';
import type { Store } from '../store/store';
import type { StoredRelease } from '../store/stored-release';

/** A release as lists name it. */
export interface Shelved {
  readonly id: string;
  readonly title: string;
  readonly kind: Benchmark['kind'];
  readonly cycle: string;
}

export interface Shelf {
  /** In the order in which they were made. */
  list(): Promise<readonly Shelved[]>;
  title(release: Pick<StoredRelease, 'cycle' | 'number'>): string;
  /** The release with an id such as `r7`; null for any other text. */
  find(id: string): Promise<StoredRelease | null>;
  /** The number of a release, and how many pages its tree has. */
  tree(id: string): Promise<{ readonly number: number; readonly pages: number } | null>;
}

/** The releases of the store. What a list or a proof needs of them is read once: a release never changes. */
export function shelfOver(store: Pick<Store, 'releases' | 'release'>, words: Words): Shelf {
  const known = new Map<
    number,
    { readonly cycle: string; readonly number: number; readonly pages: number }
  >();

  async function brief(number: number) {
    const held = known.get(number);
    if (held) return held;
    const release = await store.release(number);
    if (!release) return null;
    const { cycle, pages } = release;
    known.set(number, { number, cycle, pages });
    return { number, cycle, pages };
  }
  const title: Shelf['title'] = ({ cycle, number }) => words('service.releaseTitle', { cycle, number });

  return {
    title,
    async list() {
      const briefs = await Promise.all((await store.releases()).map(brief));
      return briefs
        .filter((one) => one !== null)
        .map(({ number, cycle }) => ({
          id: `r${number}`,
          title: title({ number, cycle }),
          kind: 'release' as const,
          cycle,
        }));
    },
    async find(id) {
      return releaseId.safeParse(id).success ? store.release(numberIn(id)) : null;
    },
    async tree(id) {
      return releaseId.safeParse(id).success ? brief(numberIn(id)) : null;
    },
  };
}

const numberIn = (id: string): number => Number(id.slice(1));
