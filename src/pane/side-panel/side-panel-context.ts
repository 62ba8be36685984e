import { createContext, useContext } from 'react';
import type { SidePanelProps } from './side-panel-props';

export const SidePanelContext = createContext<SidePanelProps | null>(null);

/** Everything the side panel was given. */
export function useSidePanel(): SidePanelProps {
  const props = useContext(SidePanelContext);
  if (!props) throw new Error('A view of the side panel stands outside <SidePanel>');
  return props;
}
