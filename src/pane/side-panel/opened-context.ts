import { createContext, useContext } from 'react';
import type { Opened } from './use-open-file';

export const OpenedContext = createContext<Opened | null>(null);

/** The file that is open, with the pane's ports over it. */
export function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (!opened) throw new Error('A view of an open file stands where none is open');
  return opened;
}
