/** @jest-environment jsdom */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { Pane } from '../../src/pane/pane';
import type { WordKey } from '../../src/words/words';
import { type Exhibit, gallery } from './gallery';
import { pseudo, unwrapped } from './pseudo';
import './set-up';
import { words as english } from './fixtures';
import type { Words } from '../../src/words/words';

async function hang(exhibit: Exhibit, words: Words): Promise<HTMLElement> {
  const ports = exhibit.ports({ words });
  const { container } = render(<Pane {...ports} />);
  const quiet = () => waitFor(() => expect(screen.queryByText(words('pane.loading'))).toBeNull());
  for (const { role, key } of exhibit.press) {
    const name = words(key as WordKey, { count: 2, endpoint: ports.benchmark.endpoint });
    fireEvent.click(await screen.findByRole(role, { name }));
    await quiet();
  }
  await waitFor(() => expect(screen.queryByText(words('pane.looking'))).toBeNull());
  await quiet();
  return container;
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
