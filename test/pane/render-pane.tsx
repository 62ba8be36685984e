import './set-up';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Pane } from '../../src/pane/pane';
import type { Change } from '../../src/workbook/port';
import { type FakePorts, fakePorts } from './fixtures';

export interface Rendered extends FakePorts {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly unmount: () => void;
}

/** Renders the pane as an entry would, over the given or fresh ports. */
export function renderPane(ports: FakePorts = fakePorts()): Rendered {
  const user = userEvent.setup();
  const { unmount } = render(<Pane {...ports} />);
  return { ...ports, user, unmount };
}

/** A pane whose workbook holds an assessment with these answers, once its tabs are there. */
export async function renderReady(
  answers: readonly Change[] = [],
  ports: FakePorts = fakePorts(),
): Promise<Rendered> {
  ports.workbook.withAssessment().type(answers);
  const rendered = renderPane(ports);
  await outside(() => undefined);
  await screen.findByRole('tablist');
  await waitFor(() => expect(screen.queryByText(ports.words('pane.loading'))).toBeNull());
  return rendered;
}

export async function openTab(
  rendered: Rendered,
  tab: 'answer' | 'scores' | 'check' | 'submit',
): Promise<void> {
  const button = screen.getByRole('tab', { name: rendered.words(`pane.tab-${tab}`) });
  await outside(() => {
    button.focus();
    button.click();
  });
  await waitFor(() => expect(screen.queryByText(rendered.words('pane.loading'))).toBeNull());
}

/**
 * What happens in the workbook or on the network while the user does nothing, with all that React makes of it at once:
 * only inside of `act` it puts a view that has loaded in its place without showing "loading" for 0.3 s first.
 */
export const outside = (happens: () => void): Promise<void> =>
  act(async () => {
    happens();
    await new Promise((resolve) => setTimeout(resolve));
  });
