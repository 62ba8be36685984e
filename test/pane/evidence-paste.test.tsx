/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { evidenceText } from '../../src/assessment/evidence-text';
import { evidenceOf, PAGES } from './evidence-fixtures';
import { rubric, someAnswers } from './fixtures';
import { outside, type Rendered, renderReady } from './render-pane';

const [first, second, third] = [rubric.items[0]!.id, rubric.items[1]!.id, rubric.items[2]!.id];
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Rows of evidence' });
const preview = () => screen.findByRole('region', { name: 'What was pasted' });

const three = evidenceText([
  evidenceOf('policy', { item: second }),
  evidenceOf('minutes', { item: second }),
  { ...evidenceOf('record'), item: null },
]);

/** A pane whose paste box is open and holds this text. */
async function pasting(text: string): Promise<Rendered> {
  const rendered = await renderReady(someAnswers);
  await rendered.user.click(screen.getByText('Paste evidence'));
  await rendered.user.click(box());
  await rendered.user.paste(text);
  return rendered;
}

it('shows what was pasted, by item, before anything is written', async () => {
  const { workbook } = await pasting(three);
  const shown = await preview();
  expect(within(shown).getByText(`2 rows for ${second}`)).toBeTruthy();
  expect(within(shown).getByText(`1 row for this item, ${first}: it names none`)).toBeTruthy();
  expect(
    within(shown)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent.trim()),
  ).toEqual([`${PAGES.policy.title} wiki.example`, `${PAGES.minutes.title} qms.example`, PAGES.record.title]);
  expect(workbook.lines).toEqual([]);
});

it('adds the rows, those without an item to the item shown, and says how many', async () => {
  const { user, workbook } = await pasting(three);
  await user.click(screen.getByRole('button', { name: 'Add 3 rows' }));
  expect(await screen.findByText('On the Evidence sheet: 3 lines added.')).toBeTruthy();
  expect(workbook.lines.map(({ item, title }) => [item, title])).toEqual([
    [second, PAGES.policy.title],
    [second, PAGES.minutes.title],
    [first, PAGES.record.title],
  ]);
  expect(workbook.lines[0]).toMatchObject({ quote: PAGES.policy.quote, pageDate: '2026-10-02' });
  expect(box().value).toBe('');
  expect(await screen.findByRole('heading', { name: 'Evidence (1)' })).toBeTruthy();
  expect(document.activeElement).toBe(box());
});

it('says how many lines it updated', async () => {
  const { user, workbook } = await pasting(evidenceText([evidenceOf('minutes')]));
  await outside(() => workbook.listEvidence([evidenceOf('minutes', { pageDate: null })]));
  await user.click(screen.getByRole('button', { name: 'Add 1 row' }));
  expect(await screen.findByText('On the Evidence sheet: 1 line updated.')).toBeTruthy();
  expect(workbook.lines.map(({ title }) => title)).toEqual([PAGES.minutes.title]);
});

it('takes rows as Excel copies them: a header line, dates by ISO, a marked cell with a line end', async () => {
  const header = ['ID', 'Title', 'Address', 'Captured', 'Verified', 'Date', 'Quote', 'Note'].join('\t');
  const row = [first, 'A page', 'https://a.example/', '2026-11-20 10:00', '', '', '"one\ntwo"', ''].join(
    '\t',
  );
  const { user, workbook } = await pasting(`${header}\r\n${row}\r\n`);
  await user.click(screen.getByRole('button', { name: 'Add 1 row' }));
  await waitFor(() => expect(workbook.lines).toHaveLength(1));
  expect(workbook.lines[0]).toMatchObject({
    quote: 'one\ntwo',
    captured: '2026-11-20T10:00:00Z',
    verified: null,
  });
});

it('refuses a line in words that name it, and writes none of the others', async () => {
  const { user } = await pasting(`${first}\tA page\nXYZ-99\tAnother`);
  expect((await screen.findByRole('alert')).textContent).toContain('Line 2: "XYZ-99"');
  expect(screen.queryByRole('button', { name: /^Add \d/ })).toBeNull();
  await user.clear(box());
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('keeps the text when the workbook refuses it, and adds it on the next press', async () => {
  const { user, workbook } = await pasting(three);
  const typed = box().value;
  workbook.refuse('addEvidence', 'The Evidence sheet is full.');
  const add = screen.getByRole('button', { name: 'Add 3 rows' });
  await user.click(add);
  expect((await screen.findByRole('alert')).textContent).toContain('The Evidence sheet is full.');
  expect(box().value).toBe(typed);
  workbook.accept('addEvidence');
  await user.click(add);
  await waitFor(() => expect(workbook.lines).toHaveLength(3));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('keeps the text while the selection in the sheet moves on, and names the item shown now', async () => {
  const { workbook } = await pasting(three);
  const typed = box().value;
  await outside(() => workbook.selectRow(third));
  expect(await screen.findByText(`1 row for this item, ${third}: it names none`)).toBeTruthy();
  expect(box().value).toBe(typed);
});

it('writes once however often it is pressed while it writes, and lets nothing be typed meanwhile', async () => {
  const { workbook } = await pasting(three);
  const release = workbook.hold('addEvidence');
  const add = screen.getByRole('button', { name: 'Add 3 rows' });
  fireEvent.click(add);
  fireEvent.click(add);
  expect(box().readOnly).toBe(true);
  await outside(release);
  await waitFor(() => expect(workbook.lines).toHaveLength(3));
  expect(workbook.count('addEvidence')).toBe(1);
});

describe('a title and a link by hand', () => {
  const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
  const adding = async () => {
    const rendered = await renderReady(someAnswers);
    await rendered.user.click(screen.getByText('Add a link'));
    return rendered;
  };

  it('are added to the item shown, by the keyboard alone', async () => {
    const { user, workbook } = await adding();
    await user.type(field('Title'), 'Security policy');
    await user.type(field('Link'), 'https://wiki.example/policy?token=abc{Enter}');
    expect(await screen.findByText('On the Evidence sheet: 1 line added.')).toBeTruthy();
    expect(workbook.lines).toMatchObject([
      { item: first, title: 'Security policy', address: 'https://wiki.example/policy', captured: null },
    ]);
    expect([field('Title').value, field('Link').value]).toEqual(['', '']);
    expect(document.activeElement).toBe(field('Title'));
  });

  it('can be pasted at once, into either box', async () => {
    const { user, workbook } = await adding();
    await user.click(field('Link'));
    await user.paste('Minutes https://qms.example/minutes');
    expect([field('Title').value, field('Link').value]).toEqual(['Minutes', 'https://qms.example/minutes']);
    workbook.refuse('addEvidence', 'The Evidence sheet is full.');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The Evidence sheet is full.');
    expect(field('Title').value).toBe('Minutes');
  });

  it.each(['', 'javascript:alert(1)', 'wiki.example/policy'])(
    'are not added with the link %j',
    async (link) => {
      const { user, workbook } = await adding();
      if (link !== '') await user.type(field('Link'), link);
      await user.click(screen.getByRole('button', { name: 'Add' }));
      expect(await screen.findByText(/begins with https:\/\/ or http:\/\//)).toBeTruthy();
      expect(document.activeElement).toBe(field('Link'));
      expect(workbook.lines).toEqual([]);
    },
  );
});
