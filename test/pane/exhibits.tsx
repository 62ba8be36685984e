import type { ReactElement } from 'react';
import { Pane } from '../../src/pane/pane';
import { SidePanel } from '../../src/pane/side-panel/side-panel';
import type { Exhibit, Options } from './exhibit';
import type { FakePorts } from './fixtures';
import { gallery } from './gallery';
import { type PanelExhibit, sidePanelExhibits } from './side-panel-exhibits';

export type AnyExhibit = Exhibit | PanelExhibit;

/** Every state of the pane and of the extension's side panel. */
export const exhibits: readonly AnyExhibit[] = [...gallery, ...sidePanelExhibits];

/** What an exhibit shows, and the pane's ports in it. */
export function viewOf(
  exhibit: AnyExhibit,
  options: Options,
): { readonly view: ReactElement; readonly ports: FakePorts } {
  if ('ports' in exhibit) {
    const ports = exhibit.ports(options);
    return { view: <Pane {...ports} />, ports };
  }
  const panel = exhibit.panel(options);
  return { view: <SidePanel {...panel} />, ports: panel.pane };
}
