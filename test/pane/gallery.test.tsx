/** @jest-environment jsdom */
import './set-up';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { Pane } from '../../src/pane/pane';
import type { Words } from '../../src/words/words';
import { words as english } from './fixtures';
import { type Exhibit, nameOf, type Press } from './exhibit';
import { gallery } from './gallery';
import { pseudo, unwrapped } from './pseudo';

async function hang(exhibit: Exhibit, words: Words): Promise<HTMLElement> {
  const ports = exhibit.ports({ words });
  const { container } = render(<Pane {...ports} />);
  const passing = (['looking', 'loading', 'signature-checking'] as const).map((key) => words(`pane.${key}`));
  const quiet = () =>
    waitFor(() => {
      expect(passing.filter((text) => screen.queryByText(text) !== null)).toEqual([]);
    });
  for (const step of exhibit.press) {
    press(await controlOf(step, nameOf(step, ports)), step);
    await quiet();
  }
  await quiet();
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

afterEach(cleanup);

it.each(gallery.map((exhibit) => [exhibit.name, exhibit] as const))(
  'axe finds nothing wrong with the structure of %s',
  async (_, exhibit) => {
    const container = await hang(exhibit, english);
    // Colours and sizes need a real browser: test/e2e looks at them there.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

it.each(gallery.map((exhibit) => [exhibit.name, exhibit] as const))(
  'every word of %s comes from the catalogue',
  async (_, exhibit) => {
    const container = await hang(exhibit, pseudo);
    expect(unwrapped(container)).toEqual([]);
  },
);
