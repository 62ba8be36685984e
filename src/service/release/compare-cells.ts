import type { Release, ReleaseCell, ReleaseMeasure } from '../../rubric/release';
import { canonicalJson } from '../../submission/canonical';
import type { Words } from '../../words/words';
import type { Finding } from './finding';

type PublishedCell = Extract<ReleaseCell, { rows: string }>;

/** Every cell and measure in which what was released is not what the rows give. */
export function compareCells(
  released: Release['cells'],
  expected: Release['cells'],
  words: Words,
): readonly Finding[] {
  const keys = [...new Set([...Object.keys(released), ...Object.keys(expected)])].sort();
  return keys.flatMap((key): Finding[] => {
    const [one, other] = [released[key], expected[key]];
    if (isSame(one, other)) return [];
    const places = one && other ? differingMeasures(key, one, other) : [];
    if (places.length === 0) {
      return [{ code: 'cell-differs', place: key, message: words('release.cellDiffers', { cell: key }) }];
    }
    return places.map((place) => ({
      code: 'figure-differs',
      place,
      message: words('release.figureDiffers', { place }),
    }));
  });
}

function differingMeasures(key: string, one: ReleaseCell, other: ReleaseCell): string[] {
  if ('hidden' in one || 'hidden' in other) return [];
  const [left, right] = [measuresIn(one), measuresIn(other)];
  const ids = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return ids.filter((id) => !isSame(left[id], right[id])).map((id) => `${key}/${id}`);
}

const measuresIn = ({ composite, domains, items }: PublishedCell): Record<string, ReleaseMeasure> => ({
  composite,
  ...domains,
  ...items,
});

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);
