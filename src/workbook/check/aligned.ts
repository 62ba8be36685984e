/** Where each designed row or column stands now, 0-based; null where it is gone. */
export type Places = readonly (number | null)[];

/** More than this is not compared: a team's own lines below ours. */
const MOST = 3000;

/**
 * Lines up designed rows (or columns) with those that stand, so that as much as possible is alike: both keep their order,
 * and what is alike nowhere in order is looked for among the rest. What nothing tells stands beside its neighbour, as long
 * as there is room. `alike` says how many cells of both are the same, `weight` how many there are.
 */
export function aligned(
  designed: number,
  standing: number,
  alike: (designed: number, standing: number) => number,
  weight: (designed: number) => number,
): Places {
  const count = Math.min(standing, MOST);
  const places = inOrder(designed, count, alike);
  const taken = new Set(places.filter((place) => place !== null));
  for (let i = 0; i < designed; i += 1) {
    if (places[i] !== null || weight(i) === 0) continue;
    for (let j = 0; j < count; j += 1) {
      if (taken.has(j) || alike(i, j) * 2 <= weight(i)) continue;
      places[i] = j;
      taken.add(j);
      break;
    }
  }
  return besideNeighbours(places, taken);
}

/** The longest way through both lists, by cells that are alike. */
function inOrder(
  designed: number,
  standing: number,
  alike: (designed: number, standing: number) => number,
): (number | null)[] {
  const width = standing + 1;
  const best = new Int32Array((designed + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = 1; i <= designed; i += 1)
    for (let j = 1; j <= standing; j += 1)
      best[i * width + j] = Math.max(at(i - 1, j), at(i, j - 1), at(i - 1, j - 1) + alike(i - 1, j - 1));
  const places = new Array<number | null>(designed).fill(null);
  let [i, j] = [designed, standing];
  while (i > 0 && j > 0) {
    const same = alike(i - 1, j - 1);
    if (same > 0 && at(i, j) === at(i - 1, j - 1) + same) {
      places[i - 1] = j - 1;
      i -= 1;
      j -= 1;
    } else if (at(i, j) === at(i - 1, j)) i -= 1;
    else j -= 1;
  }
  return places;
}

function besideNeighbours(known: readonly (number | null)[], taken: ReadonlySet<number>): Places {
  const places = [...known];
  const used = new Set(taken);
  const take = (i: number, place: number | undefined): void => {
    if (place === undefined || place < 0 || used.has(place)) return;
    places[i] = place;
    used.add(place);
  };
  for (let i = 0; i < places.length; i += 1) {
    const before = places[i - 1];
    if (places[i] === null && typeof before === 'number') take(i, before + 1);
  }
  for (let i = places.length - 2; i >= 0; i -= 1) {
    const after = places[i + 1];
    if (places[i] === null && typeof after === 'number') take(i, after - 1);
  }
  return places.every((place) => place === null) ? places.map((_, i) => i) : places;
}
