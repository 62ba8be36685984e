import type { WordKey, Words } from '../../words/words';

const CATEGORIES: Readonly<Record<string, WordKey>> = {
  manufacturer: 'profile.manufacturer',
  hospital: 'profile.hospital',
  other: 'profile.other',
  'under-250': 'profile.under-250',
  '250-4999': 'profile.250-4999',
  '5000-plus': 'profile.5000-plus',
  undisclosed: 'profile.undisclosed',
};

/** The category of a group (`organization:hospital`) in words; one that this version does not know keeps its code. */
export function groupName(key: string, words: Words): string {
  const category = key.split(':')[1] ?? key;
  const name = CATEGORIES[category];
  return name === undefined ? category : words(name);
}

/** Where a group stands among those of its dimension: as the workbook lists them, unknown ones last. */
export function groupOrder(key: string): number {
  const at = Object.keys(CATEGORIES).indexOf(key.split(':')[1] ?? key);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}
