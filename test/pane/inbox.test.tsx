/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { capturedOf, PAGES } from './evidence-fixtures';
import { outside } from './render-pane';
import { buttonNamed, card, pressed, renderPanel } from './render-side-panel';
import { first, manyPages, second, threePages } from './side-panel-fixtures';

const [policy, minutes, ticket] = threePages as [
  (typeof threePages)[0],
  (typeof threePages)[0],
  (typeof threePages)[0],
];
const titles = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

it('says what it holds that it cannot show, and that its room comes to an end', async () => {
  renderPanel({ pages: threePages }, ({ inbox }) => {
    inbox.hidden = ['SOP-014', '{"version":2}'];
    inbox.full = 0.815;
  });
  expect(await screen.findByText('The room for captured pages is 81 % full')).toBeTruthy();
  expect(screen.getByText(/^SOP-014, {"version":2}\. A later version/)).toBeTruthy();
  expect(await screen.findByText('2 pages in the inbox cannot be shown')).toBeTruthy();
  expect(titles()).toHaveLength(3);
});

describe('what the last capture did', () => {
  it.each([
    ['a page', { kind: 'captured', id: policy.id, again: false }, `Captured: ${policy.title}`],
    [
      'a page of before',
      { kind: 'captured', id: policy.id, again: true },
      `Brought up to date: ${policy.title}`,
    ],
  ] as const)('is told for %s, with the item it got', async (_, notice, title) => {
    renderPanel({ pages: threePages }, ({ inbox }) => (inbox.said = notice));
    const told = (await screen.findByText(title)).closest('[role=status]')!;
    expect(told.textContent).toContain(`Kept for ${first.id}.`);
  });

  it('asks for the item where none was ever chosen', async () => {
    renderPanel({ pages: threePages }, ({ inbox }) => {
      inbox.said = { kind: 'captured', id: minutes.id, again: false };
    });
    expect(await screen.findByText('Choose in the inbox which item it is for.')).toBeTruthy();
  });

  it('says what to do about a page that let nothing be read', async () => {
    renderPanel({ pages: threePages }, ({ inbox }) => {
      inbox.said = { kind: 'title-only', id: policy.id, again: false, why: 'not-permitted' };
    });
    expect(
      await screen.findByText(/only its title and address were kept.*into the quote below/),
    ).toBeTruthy();
  });

  it.each([
    ['no-web-page', /one of the browser's own.*by hand on the Evidence sheet/],
    ['not-permitted', /lets no extension see this page/],
    ['too-long', /more than 2,000 characters.*share link/],
    ['not-yet', /has not come yet/],
    ['moved-on', /before you agreed is not there any more/],
  ] as const)('says why nothing was captured (%s), and what to do', async (why, said) => {
    renderPanel({}, ({ inbox }) => (inbox.said = { kind: 'refused', why }));
    expect(await screen.findByText('This page was not captured')).toBeTruthy();
    expect(screen.getByText(said)).toBeTruthy();
  });

  it('is told on the other tab, too, and leads to the page, whatever was searched for', async () => {
    const pages = manyPages(60);
    const { user } = renderPanel({ pages }, ({ inbox }) => {
      inbox.said = { kind: 'frame-closed', id: pages[40]!.id, again: false };
    });
    await user.type(await screen.findByRole('searchbox'), 'Page 3');
    await user.click(screen.getByRole('tab', { name: 'Assessment' }));
    expect(screen.getByText(/the frame is of another site/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show it' }));
    const link = screen.getByRole('link', { name: 'Page 41' });
    await waitFor(() => expect(document.activeElement).toBe(link));
  });

  it('says why the inbox could not keep it', async () => {
    renderPanel({}, ({ inbox }) => (inbox.said = { kind: 'not-kept', reason: 'The disk is full.' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The disk is full. Then capture the page again.',
    );
  });

  it('is no news once the page has left the inbox', async () => {
    const { panel } = renderPanel({ pages: threePages }, ({ inbox }) => {
      inbox.said = { kind: 'captured', id: policy.id, again: false };
    });
    await screen.findByText(`Captured: ${policy.title}`);
    await outside(() => panel.inbox.take(policy.id));
    expect(screen.queryByText(`Captured: ${policy.title}`)).toBeNull();
  });
});

describe('what waits', () => {
  it('is listed newest first, with site, time, dates and quote', async () => {
    renderPanel({ pages: threePages });
    await screen.findByText('3 pages wait for your workbook');
    expect(titles()).toEqual(threePages.map(({ title }) => title));
    const shown = await card(policy.title);
    expect(shown.getByRole('link', { name: policy.title }).getAttribute('href')).toBe(policy.address);
    expect(shown.getByText('wiki.example')).toBeTruthy();
    expect(shown.getByText(/^Captured .*2026/)).toBeTruthy();
    expect(shown.getByText(/^Last verified .*2026/)).toBeTruthy();
    expect(shown.getByText('Dated Oct 2, 2026 by the page')).toBeTruthy();
    expect(shown.getByText(/The policy applies to every product/)).toBeTruthy();
    expect(shown.getByText(`For ${first.id} ${first.title}`)).toBeTruthy();
  });

  it('is counted on the tab, and so is what has no item', async () => {
    renderPanel({ pages: threePages }, ({ inbox }) => (inbox.item = second.id));
    expect(await screen.findByRole('tab', { name: 'Inbox (3)' })).toBeTruthy();
    expect(screen.getByText('1 has no item yet.')).toBeTruthy();
    expect(screen.getByText(`The next page you capture is for ${second.id} ${second.title}.`)).toBeTruthy();
  });

  it('grows by itself when a page is captured, without touching what is open', async () => {
    const rendered = renderPanel({ pages: [policy] });
    await screen.findByRole('tab', { name: 'Inbox (1)' });
    await pressed(rendered, `Change item for ${policy.title}`);
    await outside(() => rendered.panel.inbox.capture(ticket));
    expect(await screen.findByText(`Captured: ${ticket.title}`)).toBeTruthy();
    expect(titles()).toEqual([ticket.title, policy.title]);
    expect(screen.getByRole('searchbox', { name: 'Search items' })).toBeTruthy();
  });

  it('can be empty: then the ways to capture stand there, and why none of them is a button', async () => {
    renderPanel();
    expect(await screen.findByText('Nothing captured yet')).toBeTruthy();
    expect(screen.getByText(/Alt\+Shift\+E/)).toBeTruthy();
    expect(screen.getByText(/Why there is no button for it here/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('can be searched by title, site, item and text where there is much of it', async () => {
    const { user } = renderPanel({ pages: manyPages(8) });
    const search = await screen.findByRole('searchbox', { name: 'Search captured evidence' });
    await user.type(search, 'WIKI3.example');
    expect(titles()).toEqual(['Page 3']);
    expect(screen.getByText('1 of 8 shown')).toBeTruthy();
    await user.clear(search);
    await user.type(search, `${second.id} page`);
    expect(titles()).toEqual(['Page 2', 'Page 4', 'Page 6', 'Page 8']);
  });

  it('needs no search while there is little of it', async () => {
    renderPanel({ pages: threePages });
    await screen.findByText('3 pages wait for your workbook');
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('is shown again after the inbox could not be read', async () => {
    const rendered = renderPanel(
      { pages: threePages },
      ({ inbox }) => (inbox.refusal.list = 'The profile is locked.'),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('The profile is locked.');
    delete rendered.panel.inbox.refusal.list;
    await pressed(rendered, 'Try again');
    expect(await screen.findByText('3 pages wait for your workbook')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is no longer followed once the panel is gone', async () => {
    const { panel, unmount } = renderPanel({ pages: threePages });
    await screen.findByText('3 pages wait for your workbook');
    expect(panel.inbox.watched).toBe(1);
    unmount();
    expect(panel.inbox.watched).toBe(0);
  });
});

it('of many pages only a window is there, and every page is reached', async () => {
  const { user } = renderPanel({ pages: manyPages(60) });
  await screen.findByText('Pages 1 to 25 of 60');
  const older = await buttonNamed('Older pages');
  await user.click(older);
  await user.click(older);
  expect(titles()).toEqual(
    manyPages(60)
      .slice(50)
      .map(({ title }) => title),
  );
  expect(document.activeElement).toBe(older);
  expect(older.getAttribute('aria-disabled')).toBe('true');
});

describe('the item of a page', () => {
  it('is found by a search and changed by a press; the focus comes back', async () => {
    const rendered = renderPanel({ pages: threePages });
    await pressed(rendered, `Change item for ${policy.title}`);
    const search = await screen.findByRole('searchbox', { name: 'Search items' });
    expect(document.activeElement).toBe(search);
    await rendered.user.type(search, second.id);
    await rendered.user.click(screen.getByRole('button', { name: new RegExp(second.title) }));
    expect(await (await card(policy.title)).findByText(`For ${second.id} ${second.title}`)).toBeTruthy();
    expect(rendered.panel.inbox.page(policy.id)?.item).toBe(second.id);
    expect(document.activeElement).toBe(await buttonNamed(`Change item for ${policy.title}`));
  });

  it('is chosen without a mouse: Enter takes the first, arrows go through, Escape empties, then leaves', async () => {
    const rendered = renderPanel({ pages: threePages });
    const change = `Change item for ${policy.title}`;
    await pressed(rendered, change);
    const search = await screen.findByRole('searchbox', { name: 'Search items' });
    await rendered.user.keyboard(`${second.id}{ArrowDown}`);
    expect(document.activeElement?.textContent).toContain(second.title);
    await rendered.user.keyboard('{ArrowUp}{Escape}');
    expect([document.activeElement, (search as HTMLInputElement).value]).toEqual([search, '']);
    await rendered.user.keyboard('{Enter}{Escape}');
    expect(screen.queryByRole('searchbox', { name: 'Search items' })).toBeNull();
    expect(document.activeElement).toBe(await buttonNamed(change));
    await rendered.user.keyboard(`{Enter}${second.id}{Enter}`);
    expect(rendered.panel.inbox.page(policy.id)?.item).toBe(second.id);
    expect(document.activeElement).toBe(await buttonNamed(change));
  });

  it('of last time is one press away where a page has none', async () => {
    const rendered = renderPanel({ pages: threePages }, ({ inbox }) => (inbox.item = first.id));
    await pressed(rendered, `Use ${first.id} for ${minutes.title}`);
    await waitFor(() => expect(rendered.panel.inbox.page(minutes.id)?.item).toBe(first.id));
    expect(screen.queryByText('No item yet')).toBeNull();
  });

  it('of last time is marked in the search', async () => {
    const rendered = renderPanel({ pages: [minutes] }, ({ inbox }) => (inbox.item = second.id));
    await pressed(rendered, `Choose item for ${minutes.title}`);
    const marked = screen.getAllByRole('button', { current: true });
    expect(marked.map(({ textContent }) => textContent)).toEqual([`${second.id}${second.title}`]);
  });

  it('that was not taken is told, and tried again', async () => {
    const rendered = renderPanel({ pages: [minutes] }, ({ inbox }) => {
      inbox.item = second.id;
      inbox.refusal.change = 'The profile is locked.';
    });
    await pressed(rendered, `Use ${second.id} for ${minutes.title}`);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The item was not changed');
    expect(alert.textContent).toContain('The profile is locked.');
    delete rendered.panel.inbox.refusal.change;
    await rendered.user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(`For ${second.id} ${second.title}`)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that this rubric does not have is shown as it is', async () => {
    renderPanel({ pages: [capturedOf('policy', { item: 'XYZ-99' })] });
    expect(await screen.findByText('For XYZ-99')).toBeTruthy();
  });
});

it('shows a long quote whole when it is asked for', async () => {
  const rendered = renderPanel({ pages: [policy] });
  expect(await screen.findByText(/The policy applies/)).toBeTruthy();
  expect(screen.queryByText(/reviewed by the product security officer/)).toBeNull();
  await rendered.user.click(
    (await card(policy.title)).getByRole('button', { expanded: false, name: /quote/ }),
  );
  expect(screen.getByText(/reviewed by the product security officer/)).toBeTruthy();
  expect(PAGES.policy.quote).toContain('reviewed by');
});
