import { useMemo } from 'react';
import { Pane } from '../pane';
import { useOpened } from './opened-context';
import { useSidePanel } from './side-panel-context';

/** The very pane of the add-in over the open file; the inbox is where its captured evidence waits. */
export default function PaneOfFile() {
  const { inbox, theme } = useSidePanel();
  const { pane } = useOpened();
  const props = useMemo(() => ({ ...pane, captured: inbox, theme }), [pane, inbox, theme]);
  return <Pane {...props} />;
}
