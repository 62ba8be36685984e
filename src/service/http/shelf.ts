import { type Release, releaseId } from '../../rubric/release';
import type { Words } from '../../words/words';
import type { Store } from '../store/store';
import type { StoredRelease } from '../store/stored-release';

/** What lists and proofs need of a release. */
export interface Brief {
  /** Such as `r7`. */
  readonly id: string;
  readonly number: number;
  readonly cycle: string;
  readonly title: string;
  /** ISO day. */
  readonly made: string;
  /** How many pages of leaves its tree has. */
  readonly pages: number;
}

export interface Shelf {
  /** In the order in which they were made. */
  list(): Promise<readonly Brief[]>;
  /** The release with an id; null for any other text, here and below. */
  find(id: string): Promise<StoredRelease | null>;
  brief(id: string): Promise<Brief | null>;
}

/** The releases of the store. What is brief is read once: a release never changes. */
export function shelfOver(store: Pick<Store, 'releases' | 'release'>, words: Words): Shelf {
  const known = new Map<number, Brief>();

  async function briefOf(number: number): Promise<Brief | null> {
    const held = known.get(number);
    if (held) return held;
    const release = await store.release(number);
    if (!release) return null;
    const { cycle, pages, body } = release;
    const { made } = JSON.parse(body) as Release;
    const title = words('service.releaseTitle', { cycle, number });
    const brief = { id: `r${number}`, number, cycle, title, made, pages };
    known.set(number, brief);
    return brief;
  }

  return {
    async list() {
      const briefs = await Promise.all((await store.releases()).map(briefOf));
      return briefs.filter((brief) => brief !== null);
    },
    find: async (id) => (isReleaseId(id) ? store.release(numberIn(id)) : null),
    brief: async (id) => (isReleaseId(id) ? briefOf(numberIn(id)) : null),
  };
}

const isReleaseId = (id: string): boolean => releaseId.safeParse(id).success;
const numberIn = (id: string): number => Number(id.slice(1));
