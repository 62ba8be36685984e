/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { evidenceHtml, evidenceText } from '../../src/assessment/evidence-text';
import { outside } from './render-pane';
import { buttonNamed, pressed, renderPanel } from './render-side-panel';
import { threePages } from './side-panel-fixtures';

const [policy, , ticket] = threePages as [
  (typeof threePages)[0],
  (typeof threePages)[0],
  (typeof threePages)[0],
];

describe('copying rows', () => {
  it('puts all of them on the clipboard, oldest first, as text and as HTML, and says what to do next', async () => {
    const rendered = renderPanel({ pages: threePages });
    await pressed(rendered, 'Copy 3 rows');
    expect(await screen.findByText('3 rows are on the clipboard')).toBeTruthy();
    expect(screen.getByText(/below the last row of the Evidence table.*Paste evidence box/)).toBeTruthy();
    const rows = [...threePages].reverse();
    expect(rendered.panel.clipboard).toEqual([[evidenceText(rows), evidenceHtml(rows)]]);
  });

  it('lets go of what was copied, but not of what changed since', async () => {
    const rendered = renderPanel({ pages: threePages });
    await pressed(rendered, 'Copy 3 rows');
    await outside(() => rendered.panel.inbox.capture({ ...policy, revision: policy.revision + 1 }));
    await pressed(rendered, 'Remove the 3 copied rows here');
    await waitFor(() => expect(rendered.panel.inbox.waiting.map(({ id }) => id)).toEqual([policy.id]));
    await pressed(rendered, 'Undo');
    await waitFor(() => expect(rendered.panel.inbox.waiting).toHaveLength(3));
  });

  it('that the browser refuses is told, and tried again', async () => {
    const rendered = renderPanel({ pages: threePages }, (panel) => (panel.clipboardRefusal = 'Click first.'));
    await pressed(rendered, 'Copy 3 rows');
    expect((await screen.findByRole('alert')).textContent).toContain('Click first.');
    expect(screen.queryByText('3 rows are on the clipboard')).toBeNull();
    rendered.panel.clipboardRefusal = null;
    await pressed(rendered, 'Try again');
    expect(await screen.findByText('3 rows are on the clipboard')).toBeTruthy();
  });
});

describe('removing', () => {
  it('takes one page and gives it back as it was', async () => {
    const rendered = renderPanel({ pages: threePages });
    await pressed(rendered, `Remove ${policy.title}`);
    expect(await screen.findByText(`Removed: ${policy.title}`)).toBeTruthy();
    expect(rendered.panel.inbox.page(policy.id)).toBeUndefined();
    await pressed(rendered, 'Undo');
    await waitFor(() => expect(rendered.panel.inbox.page(policy.id)).toEqual(policy));
    expect(screen.queryByText(`Removed: ${policy.title}`)).toBeNull();
  });

  it('can be undone step by step', async () => {
    const rendered = renderPanel({ pages: threePages });
    await pressed(rendered, `Remove ${policy.title}`);
    await pressed(rendered, `Remove ${ticket.title}`);
    await screen.findByText(`Removed: ${ticket.title}`);
    await pressed(rendered, 'Undo');
    await screen.findByText(`Removed: ${policy.title}`);
    await pressed(rendered, 'Undo');
    await waitFor(() => expect(rendered.panel.inbox.waiting).toHaveLength(3));
  });

  it('is not talked about any longer than the user wants', async () => {
    const rendered = renderPanel({ pages: threePages });
    await pressed(rendered, `Remove ${policy.title}`);
    await pressed(rendered, 'Hide');
    expect(screen.queryByText(/^Removed:/)).toBeNull();
    expect(rendered.panel.inbox.waiting).toHaveLength(2);
  });

  it('takes everything only after asking, and gives it back', async () => {
    const rendered = renderPanel({ pages: threePages });
    await pressed(rendered, 'Remove all');
    expect(document.activeElement).toBe(await buttonNamed('Keep'));
    await pressed(rendered, 'Keep');
    expect(rendered.panel.inbox.waiting).toHaveLength(3);
    await pressed(rendered, 'Remove all');
    await pressed(rendered, 'Remove 3 pages');
    expect(await screen.findByText('3 pages removed')).toBeTruthy();
    expect(rendered.panel.inbox.waiting).toEqual([]);
    await pressed(rendered, 'Undo');
    await waitFor(() => expect(rendered.panel.inbox.waiting).toEqual(threePages));
  });

  it.each([
    ['remove', 'Nothing was removed'],
    ['restore', 'It is not back in the inbox yet'],
  ] as const)('that is refused by the inbox (%s) is told, and tried again', async (member, title) => {
    const rendered = renderPanel({ pages: threePages }, ({ inbox }) => (inbox.refusal[member] = 'No room.'));
    await pressed(rendered, `Remove ${policy.title}`);
    if (member === 'restore') await pressed(rendered, 'Undo');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(title);
    expect(alert.textContent).toContain('No room.');
    rendered.panel.inbox.refusal[member] = undefined;
    await rendered.user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(rendered.panel.inbox.waiting).toHaveLength(member === 'remove' ? 2 : 3);
  });
});
