import './set-up';
import { type BoundFunctions, type queries, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { SidePanel } from '../../src/pane/side-panel/side-panel';
import { type FakePanel, fakePanel, type FakePanelOptions } from './side-panel-fixtures';

export interface RenderedPanel {
  readonly panel: FakePanel;
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly rerender: (part: Partial<FakePanel>) => void;
  readonly unmount: () => void;
}

/** Renders the side panel as an entry would. `change` prepares its ports. */
export function renderPanel(
  options: FakePanelOptions = {},
  change: (panel: FakePanel) => void = () => undefined,
): RenderedPanel {
  const panel = fakePanel(options);
  change(panel);
  const user = userEvent.setup();
  const { unmount, rerender } = render(<SidePanel {...panel} />);
  return { panel, user, unmount, rerender: (part) => rerender(<SidePanel {...panel} {...part} />) };
}

/** The card of the page with this title. */
export async function card(title: string): Promise<BoundFunctions<typeof queries>> {
  const heading = await screen.findByRole('heading', { name: title });
  return within(heading.closest('li')!);
}

export const buttonNamed = (name: string | RegExp): Promise<HTMLElement> =>
  screen.findByRole('button', { name });

export const pressed = async ({ user }: RenderedPanel, name: string | RegExp): Promise<void> =>
  user.click(await buttonNamed(name));

/** The panel with its Assessment tab open. */
export async function atDesk(
  options: FakePanelOptions = {},
  change: (panel: FakePanel) => void = () => undefined,
): Promise<RenderedPanel> {
  const rendered = renderPanel(options, change);
  await rendered.user.click(await screen.findByRole('tab', { name: 'Assessment' }));
  return rendered;
}

/** What stands above the pane once a file is open. */
export const bar = () => screen.findByRole('region', { name: 'Open file' });
export const paneThere = () => screen.findByRole('tablist', { name: 'Views' });

/** The panel over an open file. */
export async function opened(
  options: FakePanelOptions = {},
  change?: (panel: FakePanel) => void,
): Promise<RenderedPanel> {
  const rendered = await atDesk(options, change);
  await pressed(rendered, 'Open a workbook file');
  await paneThere();
  return rendered;
}
