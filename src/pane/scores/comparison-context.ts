import { createContext, useContext } from 'react';
import type { Compared } from './use-benchmark';

export interface Comparison {
  readonly compared: Compared;
  /** How often the detailed comparison was opened; each time its heading takes the focus. */
  readonly opened: number;
  /** Back to the scores. */
  readonly leave: () => void;
}

export const ComparisonContext = createContext<Comparison | null>(null);

/** The benchmark that the scores around are compared with. */
export function useComparison(): Comparison {
  const comparison = useContext(ComparisonContext);
  if (!comparison) throw new Error('A comparison stands outside the scores');
  return comparison;
}
