/** @jest-environment jsdom */
import { act, screen, waitFor } from '@testing-library/react';
import { outside } from './render-pane';
import { pressed, renderPanel } from './render-side-panel';
import { threePages } from './side-panel-fixtures';

describe('the first page', () => {
  it('says what is kept, where, and what never leaves, before anything works', async () => {
    const { panel } = renderPanel({ agreed: false, pages: threePages });
    expect(await screen.findByRole('button', { name: 'Agree and start' })).toBeTruthy();
    for (const said of [
      /the title, the address without passwords and tokens, a digest that tells the page from others and cannot be turned back, the time, the text you selected/,
      /In this browser, on this computer/,
      /opens no connection/,
      /Evidence never goes to the benchmark/,
      /If you do not agree, close this panel: nothing was kept/,
    ]) {
      expect(screen.getByText(said)).toBeTruthy();
    }
    expect(screen.queryByRole('tab')).toBeNull();
    expect(panel.inbox.calls).toEqual([]);
    expect(panel.files.calls).toEqual([]);
  });

  it('gives way once the user has agreed, and stays away', async () => {
    const rendered = renderPanel({ agreed: false });
    await pressed(rendered, 'Agree and start');
    expect(await screen.findByRole('tab', { name: 'Inbox' })).toBeTruthy();
    expect(rendered.panel.consent.isGiven).toBe(true);
    rendered.unmount();
    renderPanel({ agreed: true });
    expect(await screen.findByRole('tab', { name: 'Inbox' })).toBeTruthy();
  });

  it('gives way where the user agreed in another window', async () => {
    const { panel } = renderPanel({ agreed: false });
    await screen.findByRole('button', { name: 'Agree and start' });
    await act(async () => {
      await panel.consent.give();
    });
    expect(await screen.findByRole('tab', { name: 'Inbox' })).toBeTruthy();
  });

  it('stays where the agreement could not be kept: the worker would capture nothing', async () => {
    const rendered = renderPanel({ agreed: false });
    const button = await screen.findByRole('button', { name: 'Agree and start' });
    rendered.panel.consent.refusal = 'The profile is locked.';
    await rendered.user.click(button);
    expect((await screen.findByRole('alert')).textContent).toContain('The profile is locked.');
    rendered.panel.consent.refusal = null;
    await pressed(rendered, 'Agree and start');
    expect(await screen.findByRole('tab', { name: 'Inbox' })).toBeTruthy();
  });

  it('is not guessed at where nobody can say whether the user agreed', async () => {
    const rendered = renderPanel({}, ({ consent }) => (consent.refusal = 'The profile is locked.'));
    expect((await screen.findByRole('alert')).textContent).toContain('The profile is locked.');
    expect(screen.queryByRole('tab')).toBeNull();
    rendered.panel.consent.refusal = null;
    await pressed(rendered, 'Try again');
    expect(await screen.findByRole('tab', { name: 'Inbox' })).toBeTruthy();
  });
});

it('keeps both tabs as they were left', async () => {
  const rendered = renderPanel({ pages: threePages });
  await pressed(rendered, `Edit ${threePages[0]!.title}`);
  const [inbox, assessment] = screen.getAllByRole('tab');
  await rendered.user.click(assessment!);
  expect(await screen.findByRole('heading', { name: 'Assess without Excel' })).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  await rendered.user.click(inbox!);
  expect(screen.getByRole('textbox', { name: 'Quote' })).toBeTruthy();
});

it('moves between its tabs by the arrow keys', async () => {
  const { user } = renderPanel();
  await user.click(await screen.findByRole('tab', { name: 'Inbox' }));
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Assessment' }).getAttribute('aria-selected')).toBe('true');
});

it('survives a port that throws, and says so', async () => {
  const reported = jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  renderPanel({}, ({ inbox }) => (inbox.list = () => Promise.reject(new Error('a bug'))));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Something went wrong inside the extension',
  );
  expect(reported).toHaveBeenCalledWith(new Error('a bug'));
  reported.mockRestore();
});

it('speaks the language and wears the theme that it is given', async () => {
  const rendered = renderPanel();
  const tab = await screen.findByRole('tab', { name: 'Inbox' });
  const provider = () => tab.closest('.fui-FluentProvider')!;
  expect(provider().getAttribute('lang')).toBe('en');
  const ground = () => getComputedStyle(provider()).getPropertyValue('--colorNeutralBackground1');
  const light = ground();
  await outside(() => rendered.rerender({ theme: 'dark' }));
  await waitFor(() => expect(ground()).not.toBe(light));
});
