/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { EVIDENCE_LIMITS } from '../../src/assessment/evidence';
import { capturedOf } from './evidence-fixtures';
import { outside } from './render-pane';
import { pressed, type RenderedPanel, renderPanel } from './render-side-panel';
import { threePages } from './side-panel-fixtures';

const policy = capturedOf('policy');
const ticket = threePages[2]!;

const box = (name: 'Title' | 'Quote' | 'Note') => screen.getByRole<HTMLInputElement>('textbox', { name });

async function editing(change: (rendered: RenderedPanel) => void = () => undefined): Promise<RenderedPanel> {
  const rendered = renderPanel({ pages: [policy] });
  change(rendered);
  await pressed(rendered, `Edit ${policy.title}`);
  return rendered;
}

const kept = ({ panel }: RenderedPanel) => panel.inbox.page(policy.id);

describe('a text of a page', () => {
  it('is saved when it is left', async () => {
    const rendered = await editing();
    await rendered.user.clear(box('Note'));
    await rendered.user.type(box('Note'), 'Seen with QA');
    await rendered.user.tab();
    await waitFor(() => expect(kept(rendered)?.note).toBe('Seen with QA'));
  });

  it('is saved on Enter', async () => {
    const rendered = await editing();
    await rendered.user.type(box('Title'), ' (signed){Enter}');
    await waitFor(() => expect(kept(rendered)?.title).toBe(`${policy.title} (signed)`));
  });

  it('is saved in a pause, for the panel may be closed at any moment', async () => {
    const rendered = await editing();
    fireEvent.change(box('Quote'), { target: { value: 'In other words' } });
    await waitFor(() => expect(kept(rendered)?.quote).toBe('In other words'));
  });

  it('is saved when the panel is hidden', async () => {
    const rendered = await editing();
    await outside(() => {
      fireEvent.change(box('Quote'), { target: { value: 'In other words' } });
      fireEvent(document, new Event('visibilitychange'));
    });
    expect(kept(rendered)?.quote).toBe('In other words');
  });

  it('is not saved where nothing was changed', async () => {
    const rendered = await editing();
    await rendered.user.click(box('Quote'));
    await rendered.user.tab();
    expect(rendered.panel.inbox.calls).not.toContain('change');
  });

  it('takes no more than evidence may hold', async () => {
    await editing();
    const limits = (['Title', 'Quote', 'Note'] as const).map((name) => box(name).maxLength);
    expect(limits).toEqual([EVIDENCE_LIMITS.title, EVIDENCE_LIMITS.quote, EVIDENCE_LIMITS.note]);
  });

  it('stays as it is being typed while the panel is drawn anew and other pages are captured', async () => {
    const rendered = await editing();
    fireEvent.change(box('Note'), { target: { value: 'Half a sen' } });
    await outside(() => rendered.panel.inbox.capture(ticket));
    rendered.rerender({ theme: 'dark' });
    expect(box('Note').value).toBe('Half a sen');
    await rendered.user.type(box('Note'), 'tence');
    await rendered.user.tab();
    await waitFor(() => expect(kept(rendered)?.note).toBe('Half a sentence'));
  });

  it('that the inbox refuses stays in its box, says why, and is saved on the next try', async () => {
    const rendered = await editing(({ panel }) => (panel.inbox.refusal.change = 'No room.'));
    fireEvent.change(box('Note'), { target: { value: 'Mine' } });
    fireEvent.blur(box('Note'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not saved yet');
    expect(alert.textContent).toContain('No room.');
    await pressed(rendered, `Done with ${policy.title}`);
    expect(box('Note').value).toBe('Mine');
    delete rendered.panel.inbox.refusal.change;
    await rendered.user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(kept(rendered)?.note).toBe('Mine'));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a page that is captured again while its quote is edited', () => {
  const newer = { ...policy, revision: 2, quote: `${policy.quote}\n\nAnd a new sentence.` };

  async function overtaken(): Promise<RenderedPanel> {
    const rendered = await editing();
    fireEvent.change(box('Quote'), { target: { value: 'My summary' } });
    await outside(() => rendered.panel.inbox.capture(newer));
    fireEvent.blur(box('Quote'));
    await screen.findByText('The page changed in the inbox while you were writing');
    return rendered;
  }

  it('loses neither text: the user chooses, and sees both', async () => {
    const rendered = await overtaken();
    expect(screen.getByText(/And a new sentence\./, { selector: 'p' })).toBeTruthy();
    expect(box('Quote').value).toBe('My summary');
    expect(kept(rendered)).toEqual(newer);
  });

  it('takes the text of the user where that is wanted', async () => {
    const rendered = await overtaken();
    await pressed(rendered, 'Save my text instead');
    await waitFor(() => expect(kept(rendered)?.quote).toBe('My summary'));
  });

  it('keeps the new one where that is wanted', async () => {
    const rendered = await overtaken();
    await pressed(rendered, 'Keep what the inbox says');
    expect(box('Quote').value).toBe(newer.quote);
    expect(kept(rendered)).toEqual(newer);
  });
});

describe('a page that leaves the inbox while somebody writes about it', () => {
  async function orphaned(): Promise<RenderedPanel> {
    const rendered = await editing();
    fireEvent.change(box('Note'), { target: { value: 'Worth keeping' } });
    await outside(() => rendered.panel.inbox.take(policy.id));
    await screen.findByText(`No longer in the inbox: ${policy.title}`);
    expect(screen.getByText('Worth keeping')).toBeTruthy();
    return rendered;
  }

  it('can be put back with what was written', async () => {
    const rendered = await orphaned();
    await pressed(rendered, 'Put it back with my text');
    await waitFor(() => expect(kept(rendered)?.note).toBe('Worth keeping'));
    expect(screen.queryByText(/^No longer in the inbox/)).toBeNull();
  });

  it('can be let go', async () => {
    const rendered = await orphaned();
    await pressed(rendered, 'Let this text go: Note');
    expect(screen.queryByText(/^No longer in the inbox/)).toBeNull();
    expect(rendered.panel.inbox.waiting).toEqual([]);
  });
});

it('a removal takes what was typed along, and undoing it brings that back', async () => {
  const rendered = await editing(({ panel }) => (panel.inbox.refusal.change = 'No room.'));
  fireEvent.change(box('Note'), { target: { value: 'Mine' } });
  await pressed(rendered, `Remove ${policy.title}`);
  await screen.findByText(`Removed: ${policy.title}`);
  expect(screen.queryByText(/^No longer in the inbox/)).toBeNull();
  await pressed(rendered, 'Undo');
  await waitFor(() => expect(kept(rendered)?.note).toBe('Mine'));
});

it('a search does not hide a text that is not saved', async () => {
  const others = Array.from({ length: 6 }, (_, at) => ({
    ...ticket,
    id: `EV-${at}1111111-0000-4000-8000-000000000000`,
    title: `Other ${at}`,
  }));
  const rendered = renderPanel(
    { pages: [policy, ...others] },
    ({ inbox }) => (inbox.refusal.change = 'No room.'),
  );
  await pressed(rendered, `Edit ${policy.title}`);
  fireEvent.change(box('Note'), { target: { value: 'Mine' } });
  fireEvent.blur(box('Note'));
  await screen.findByRole('alert');
  await rendered.user.type(screen.getByRole('searchbox'), 'Other 3');
  expect(box('Note').value).toBe('Mine');
});
