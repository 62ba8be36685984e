/** @jest-environment jsdom */
import './set-up';
import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { words as english } from './fixtures';
import { gallery } from './gallery';
import { hang } from './hang';
import { pseudo, unwrapped } from './pseudo';

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
