/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { evidenceOf, PAGES } from './evidence-fixtures';
import { CELL, fakePorts, rubric, someAnswers } from './fixtures';
import { outside, renderReady } from './render-pane';

const [first, second] = [rubric.items[0]!, rubric.items[1]!];
const card = (name: string | RegExp = /^Evidence/) => screen.findByRole('region', { name });
const line = async (title: string) =>
  within(await card())
    .getByText(title)
    .closest('li')!;

/** A pane over a workbook whose Evidence sheet lists these for the first item. */
async function listing(...evidence: Parameters<typeof evidenceOf>[]) {
  const ports = fakePorts();
  ports.workbook.listEvidence(evidence.map((one) => evidenceOf(...one)));
  return renderReady(someAnswers, ports);
}

describe('the list on an item’s card', () => {
  it('shows the lines of that item and no other, with their number', async () => {
    await listing(['policy'], ['minutes'], ['record', { item: second.id }]);
    const region = await card('Evidence (2)');
    expect(within(region).getAllByRole('listitem')).toHaveLength(2);
    expect(within(region).queryByText(PAGES.record.title)).toBeNull();
  });

  it('says host, days, quote and note of a page, and opens it in a window that learns nothing', async () => {
    await listing(['policy']);
    const shown = await line(PAGES.policy.title);
    const link = within(shown).getByRole<HTMLAnchorElement>('link', { name: PAGES.policy.title });
    expect([link.href, link.target, link.rel]).toEqual([
      PAGES.policy.address,
      '_blank',
      'noreferrer noopener',
    ]);
    for (const text of [
      'wiki.example',
      'Captured Nov 20, 2026',
      'Last verified Nov 23, 2026',
      'Dated Oct 2, 2026 by the page',
      `Note: ${PAGES.policy.note}`,
    ]) {
      expect(within(shown).getByText(text)).toBeTruthy();
    }
  });

  it('shortens a long quote, and shows all of it when asked', async () => {
    const { user } = await listing(['policy']);
    const shown = await line(PAGES.policy.title);
    const ending = 'before release.';
    expect(shown.textContent).not.toContain(ending);
    const more = within(shown).getByRole('button', {
      name: `Show all of the quote of ${PAGES.policy.title}`,
    });
    await user.click(more);
    expect(shown.textContent).toContain(PAGES.policy.quote);
    await user.click(more);
    expect(shown.textContent).not.toContain(ending);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'file:///C:/records/TR-118.pdf',
    '//records.example/TR-118',
    'http://',
    'QMS-TR-118',
  ])('makes no link of %s, and shows it as text', async (address) => {
    await listing(['record', { address }]);
    const shown = await line(PAGES.record.title);
    expect(within(shown).queryByRole('link')).toBeNull();
    expect(within(shown).getByText(address)).toBeTruthy();
  });

  it('calls a line without a title by its address, and one without both by that', async () => {
    await listing(['minutes', { title: '' }], ['record', { title: '', address: '', note: 'Ask Kim' }]);
    expect(screen.getByRole('link', { name: PAGES.minutes.address })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Remove No title' })).toBeTruthy();
  });

  it('leads to the line on the sheet', async () => {
    const { user, workbook } = await listing(['policy'], ['minutes']);
    await user.click(screen.getByRole('button', { name: `Show in the sheet: ${PAGES.minutes.title}` }));
    expect(workbook.went).toEqual([{ sheet: 'evidence', address: 'A7' }]);
  });

  it('follows what a colleague adds on the sheet', async () => {
    const { workbook } = await listing(['policy']);
    await outside(() => workbook.listEvidence([evidenceOf('minutes')]));
    expect(await card('Evidence (2)')).toBeTruthy();
  });
});

describe('an item without lines', () => {
  it('says so quietly, and from level 2 on why some would be good', async () => {
    const { user } = await renderReady(someAnswers);
    expect((await card('Evidence')).textContent).toContain('Nothing is listed');
    expect((await card()).textContent).toContain('easier to believe');
    await user.click(screen.getByRole('radio', { name: /^1 Initial/ }));
    await waitFor(async () => expect((await card()).textContent).not.toContain('easier to believe'));
  });

  it('shows what its own cell says, and asks for no more', async () => {
    await renderReady([...someAnswers, { item: first.id, field: 'evidence', value: CELL }]);
    const text = (await card()).textContent;
    expect(text).toContain(CELL);
    expect(text).not.toContain('Nothing is listed');
  });
});

describe('Remove', () => {
  const remove = () => screen.getByRole('button', { name: `Remove ${PAGES.policy.title}` });
  const undo = () => screen.findByRole('button', { name: `Undo: put ${PAGES.policy.title} back` });

  it('takes one line off the sheet, and Undo puts back all that it said', async () => {
    const { user, workbook } = await listing(['policy'], ['minutes']);
    const { row: _, ...before } = workbook.lines[0]!;
    await user.click(remove());
    const back = await undo();
    expect(workbook.lines.map(({ title }) => title)).toEqual([PAGES.minutes.title]);
    await waitFor(() => expect(document.activeElement).toBe(back));
    await user.click(back);
    expect(await card('Evidence (2)')).toBeTruthy();
    expect(workbook.lines.find(({ title }) => title === PAGES.policy.title)).toMatchObject(before);
    expect(screen.queryByRole('button', { name: /back$/ })).toBeNull();
  });

  it('can be undone after other items were looked at', async () => {
    const { user } = await listing(['policy']);
    await user.click(remove());
    await undo();
    await user.click(screen.getByRole('button', { name: 'Next item' }));
    expect(screen.queryByRole('button', { name: /back$/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Previous item' }));
    await user.click(await undo());
    expect(await card('Evidence (1)')).toBeTruthy();
  });

  it('says why it was refused, and leaves the line', async () => {
    const { user, workbook } = await listing(['policy']);
    workbook.refuse('removeEvidence', 'The sheet is protected.');
    await user.click(remove());
    expect((await screen.findByRole('alert')).textContent).toContain('The sheet is protected.');
    expect(remove()).toBeTruthy();
  });

  it('leaves a line that says something else now, and shows what it says', async () => {
    const { user, workbook } = await listing(['policy']);
    workbook.lines = workbook.lines.map((held) => ({ ...held, title: 'Policy, version 5' }));
    await user.click(remove());
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(await screen.findByText('Policy, version 5')).toBeTruthy();
    expect(workbook.lines).toHaveLength(1);
  });

  it('keeps the way back while Undo is refused', async () => {
    const { user, workbook } = await listing(['policy']);
    await user.click(remove());
    workbook.refuse('addEvidence', 'The sheet is full.');
    await user.click(await undo());
    expect((await screen.findByRole('alert')).textContent).toContain('The sheet is full.');
    workbook.accept('addEvidence');
    await user.click(await undo());
    expect(await card('Evidence (1)')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
