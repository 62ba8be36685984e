/** @jest-environment jsdom */
import './set-up';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { WordsContext } from '../../src/pane/pane-context';
import { LazyView, type LoadView } from '../../src/pane/parts/lazy-view';
import { words } from './fixtures';

it('says that a view could not be loaded, and loads it on Try again', async () => {
  // React reports what a boundary catches; here that is the point of the test.
  const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = jest
    .fn<ReturnType<LoadView>, []>()
    .mockRejectedValueOnce(new Error('a chunk of an older version'))
    .mockResolvedValue({ default: () => <p>Here it is</p> });
  render(
    <FluentProvider theme={webLightTheme}>
      <WordsContext value={words}>
        <LazyView load={load} />
      </WordsContext>
    </FluentProvider>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('This view did not open');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Here it is')).toBeTruthy();
  reported.mockRestore();
});
