import type { Area } from './area';

export interface Rectangle<T> {
  readonly area: Area;
  readonly value: T;
}

/** Covers the cells of an area that have a value by few rectangles of one value each; `undefined` cells are left out. */
export function rectanglesOf<T>(
  area: Area,
  valueOf: (row: number, column: number) => T | undefined,
): Rectangle<T>[] {
  const closed: Rectangle<T>[] = [];
  let open = new Map<string, Rectangle<T>>();
  for (let row = area.top; row <= area.bottom; row++) {
    const next = new Map<string, Rectangle<T>>();
    for (const run of runsOf(area, row, valueOf)) {
      const key = `${run.area.left}:${run.area.right}`;
      const above = open.get(key);
      const grows = above !== undefined && above.value === run.value;
      next.set(key, grows ? { value: run.value, area: { ...above.area, bottom: row } } : run);
      if (grows) open.delete(key);
    }
    closed.push(...open.values());
    open = next;
  }
  return [...closed, ...open.values()];
}

function runsOf<T>(
  area: Area,
  row: number,
  valueOf: (row: number, column: number) => T | undefined,
): Rectangle<T>[] {
  const runs: Rectangle<T>[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const value = valueOf(row, column);
    if (value === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.value === value && last.area.right === column - 1)
      runs[runs.length - 1] = { value, area: { ...last.area, right: column } };
    else runs.push({ value, area: { top: row, bottom: row, left: column, right: column } });
  }
  return runs;
}
