/** `Object.groupBy` (ES2024), which o-spreadsheet calls and Node 20 lacks; browsers of 2024 and later have it. */
function groupBy<K extends PropertyKey, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Partial<Record<K, T[]>> {
  const groups = Object.create(null) as Partial<Record<K, T[]>>;
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
}

/** Gives Node 20 what the engine needs of later versions; changes nothing where it is there. */
export function bringNode20UpToDate(): void {
  const constructor = Object as unknown as { groupBy?: typeof groupBy };
  constructor.groupBy ??= groupBy;
}
