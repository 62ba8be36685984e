import type { Change } from '../../workbook/port';

/** The ids of the items that changes are of, each once, for a sentence; empty where they are of the profile alone. */
export const itemsOf = (changes: readonly Change[]): string =>
  [...new Set(changes.flatMap((change) => ('item' in change ? [change.item] : [])))].join(', ');
