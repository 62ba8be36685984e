/** @jest-environment jsdom */
import './set-up';
import { cleanup } from '@testing-library/react';
import { gallery } from './gallery';
import { hang } from './hang';
import { pseudo, unwrapped } from './pseudo';

afterEach(cleanup);

it.each(gallery.map((exhibit) => [exhibit.name, exhibit] as const))(
  'every word of %s comes from the catalogue',
  async (_, exhibit) => {
    const container = await hang(exhibit, pseudo);
    expect(unwrapped(container)).toEqual([]);
  },
);
