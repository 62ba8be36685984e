import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Words } from '../../src/words/words';
import { nameOf, type Press } from './exhibit';
import { type AnyExhibit, viewOf } from './exhibits';
import { outside } from './render-pane';

/** Renders an exhibit and presses what it says, until nothing is on its way any more. */
export async function hang(exhibit: AnyExhibit, words: Words): Promise<HTMLElement> {
  const { view, ports } = viewOf(exhibit, { words });
  const { container } = render(view);
  const passing = (['looking', 'loading', 'signature-checking'] as const).map((key) => words(`pane.${key}`));
  const quiet = async () => {
    await outside(() => undefined);
    await waitFor(() => {
      expect(passing.filter((text) => screen.queryByText(text) !== null)).toEqual([]);
    });
  };
  await quiet();
  for (const step of exhibit.press) {
    press(await controlOf(step, nameOf(step, ports)), step);
    await quiet();
  }
  return container;
}

/** A summary has no role of its own that a query could ask for. */
const controlOf = ({ role }: Press, name: string): Promise<HTMLElement> =>
  role === 'disclosure'
    ? screen.findByText(name, { selector: 'summary' })
    : screen.findByRole(role, { name });

function press(control: HTMLElement, step: Press): void {
  if (control instanceof HTMLOptionElement) {
    fireEvent.change(control.closest('select')!, { target: { value: control.value } });
  } else if (step.role === 'textbox') {
    fireEvent.change(control, { target: { value: step.text } });
  } else fireEvent.click(control);
}
