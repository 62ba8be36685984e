const MS_PER_DAY = 86_400_000;

/** Serial number (1900 date system, ECMA-376 Part 1, 18.17.4.1) of an ISO day from March 1900 on; null for other text. */
export function serialOfDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / MS_PER_DAY + 25_569;
}
