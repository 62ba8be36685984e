import type { Catalogue } from '../../words/words';

/** Sections whose words only the service, the operator's reports, the command line or the sandbox say. */
export const LEFT_OUT = ['service', 'sandbox', 'cli', 'report', 'operator'] as const;

/** A catalogue without what no page of the extension ever says: a sixth of the panel's size. */
export function shippedCatalogue(catalogue: Catalogue): Partial<Catalogue> {
  const left: readonly string[] = LEFT_OUT;
  return Object.fromEntries(Object.entries(catalogue).filter(([section]) => !left.includes(section)));
}
