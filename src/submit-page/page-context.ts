import { createContext, useContext } from 'react';
import type { Rubric } from '../rubric/schema';
import type { Result } from '../words/result';
import type { BrowserShelf } from './browser-shelf';
import type { RowHolder } from './row-holder';

/** What the page's own views stand on, besides what a submission stands on. */
export interface PageParts {
  readonly holder: RowHolder;
  readonly shelf: BrowserShelf;
  /** Every rubric that came with the page. */
  readonly rubrics: readonly Rubric[];
  /** The current ISO day, UTC, as the service counts days. */
  readonly today: () => string;
  /** Hands a text file to the browser's downloads. */
  readonly save: (name: string, text: string) => Promise<Result<void>>;
  /** Begins anew, with nothing known of the row before. */
  readonly begin: () => void;
}

export const PageContext = createContext<PageParts | null>(null);

export function usePage(): PageParts {
  const parts = useContext(PageContext);
  if (!parts) throw new Error('A view of the page stands outside it');
  return parts;
}
