/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { everyAnswer, fakePorts, rubric, someAnswers } from './fixtures';
import { openTab, outside, renderReady } from './render-pane';

const [first, second, third] = [rubric.items[0]!, rubric.items[1]!, rubric.items[2]!];
const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
const shown = (title: string) => screen.findByRole('heading', { name: title });

it("shows the question, its six levels, N/A and Don't know, and chooses nothing by itself", async () => {
  await renderReady();
  const group = screen.getByRole('radiogroup', { name: first.question });
  const radios = within(group).getAllByRole<HTMLInputElement>('radio');
  expect(radios).toHaveLength(8);
  expect(radios.some(({ checked }) => checked)).toBe(false);
  expect(screen.getByText(first.question)).toBeTruthy();
  first.levels.forEach((level) => expect(within(group).getByText(level)).toBeTruthy());
});

it('writes one level into the sheet and says when it is saved', async () => {
  const { user, workbook } = await renderReady();
  await user.click(radio(/^3 Defined/));
  expect(await screen.findByText('Saved in the workbook.')).toBeTruthy();
  expect(workbook.cell(first.id, 'level')).toBe(3);
  expect(radio(/^3 Defined/).checked).toBe(true);
  expect(workbook.count('write')).toBe(1);
});

it('shows a click at once as being saved, and scores nothing before the sheet says so', async () => {
  const { user, workbook } = await renderReady();
  const release = workbook.hold('write');
  await user.click(radio(/^3 Defined/));
  expect(screen.getByText('Saving…')).toBeTruthy();
  expect(radio(/^3 Defined/).checked).toBe(true);
  expect(screen.getByRole('status', { name: 'Overall' }).textContent).toContain('0 of 44 rated');
  await outside(() => release());
  await waitFor(() =>
    expect(screen.getByRole('status', { name: 'Overall' }).textContent).toContain('1 of 44 rated'),
  );
  expect(radio(/^3 Defined/).checked).toBe(true);
});

describe('an answer that the workbook refuses', () => {
  it('stays chosen and says that it is not saved', async () => {
    const { user, workbook } = await renderReady();
    workbook.refuse('write', 'A cell is being edited.');
    await user.click(radio(/^2 Managed/));
    await screen.findByRole('alert');
    expect(radio(/^2 Managed \(not saved\)/).checked).toBe(true);
    workbook.accept('write');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/not saved/)).toBeNull());
    expect(radio(/^2 Managed/).checked).toBe(true);
  });

  it('is still marked after a look at another item, and follows a second choice', async () => {
    const { user, workbook } = await renderReady();
    workbook.refuse('write', 'A cell is being edited.');
    await user.click(radio(/^2 Managed/));
    await user.click(screen.getByRole('button', { name: 'Next item' }));
    expect(screen.queryByText(/\(not saved\)/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Previous item' }));
    expect(radio(/^2 Managed \(not saved\)/).checked).toBe(true);
    await user.click(radio(/^4 Quantitatively/));
    await screen.findByRole('radio', { name: /^4 Quantitatively Managed \(not saved\)/ });
    expect(radio(/^2 Managed/).checked).toBe(false);
  });

  it('shows nothing chosen where an answer was to be cleared', async () => {
    const { user, workbook } = await renderReady(someAnswers);
    workbook.refuse('write', 'A cell is being edited.');
    await user.click(screen.getByRole('button', { name: 'Clear answer' }));
    await screen.findByRole('alert');
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
    expect(workbook.cell(first.id, 'level')).toBe(2);
  });

  it('is told in every view', async () => {
    const rendered = await renderReady();
    rendered.workbook.refuse('write', 'A cell is being edited.');
    await rendered.user.click(radio(/^2 Managed/));
    await screen.findByRole('alert');
    for (const tab of ['scores', 'check', 'submit'] as const) {
      await openTab(rendered, tab);
      expect(screen.getByRole('alert').textContent).toContain('A cell is being edited.');
    }
  });
});

it('reads once and writes nothing when a cell changes in the sheet', async () => {
  const { workbook } = await renderReady();
  const before = workbook.count('read');
  await outside(() => workbook.type([{ item: first.id, field: 'level', value: ' 4 ' }]));
  await waitFor(() => expect(radio(/^4 Quantitatively/).checked).toBe(true));
  expect(workbook.count('read')).toBe(before + 1);
  expect(workbook.count('write')).toBe(0);
  expect(screen.getByRole('status', { name: 'Overall' }).textContent).toContain('1 of 44 rated');
});

it('keeps a refused answer, says why, and writes it on Try again', async () => {
  const { user, workbook } = await renderReady();
  workbook.refuse('write', 'A cell is being edited.');
  await user.click(radio(/^2 Managed/));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('1 change is not in the workbook yet');
  expect(alert.textContent).toContain('A cell is being edited.');
  workbook.accept('write');
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(radio(/^2 Managed/).checked).toBe(true));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('keeps every refused answer when the user goes on to other items', async () => {
  const { user, workbook } = await renderReady();
  workbook.refuse('write', 'A cell is being edited.');
  await user.click(radio(/^2 Managed/));
  await screen.findByRole('alert');
  await user.click(screen.getByRole('button', { name: 'Next item' }));
  await user.click(radio(/^5 Optimizing/));
  expect(await screen.findByText('2 changes are not in the workbook yet')).toBeTruthy();
  workbook.accept('write');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(workbook.cell(second.id, 'level')).toBe(5));
  expect(workbook.cell(first.id, 'level')).toBe(2);
});

it('shows old answers under a warning when they cannot be read again', async () => {
  const { user, workbook } = await renderReady(someAnswers);
  workbook.refuse('read', 'The Assessment sheet is gone.');
  await outside(() => workbook.type([{ item: first.id, field: 'level', value: 0 }]));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The Assessment sheet is gone.');
  expect(radio(/^2 Managed/).checked).toBe(true);
  workbook.accept('read');
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(radio(/^0 Incomplete/).checked).toBe(true));
});

describe('N/A', () => {
  it('asks for a reason and writes both together', async () => {
    const { user, workbook } = await renderReady();
    await user.click(radio(/^N\/A/));
    expect(workbook.count('write')).toBe(0);
    expect(screen.getByText('Not saved yet: N/A needs a reason.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Reason for N/A' }), 'No devices in the field');
    await user.click(screen.getByRole('button', { name: 'Save N/A and reason' }));
    expect(await screen.findByText('Saved in the workbook.')).toBeTruthy();
    expect(workbook.cell(first.id, 'level')).toBe('N/A');
    expect(workbook.cell(first.id, 'notes')).toBe('No devices in the field');
    expect(workbook.count('write')).toBe(1);
  });

  it('takes the notes that are there as the reason', async () => {
    const { user, workbook } = await renderReady([{ item: first.id, field: 'notes', value: 'Sold in 2024' }]);
    await user.click(radio(/^N\/A/));
    await waitFor(() => expect(workbook.cell(first.id, 'level')).toBe('N/A'));
  });

  it('keeps a reason that was begun while the selection in the sheet moves on', async () => {
    const { user, workbook } = await renderReady();
    await user.click(radio(/^N\/A/));
    await user.type(screen.getByRole('textbox', { name: 'Reason for N/A' }), 'We only');
    await outside(() => workbook.selectRow(third.id));
    await shown(third.title);
    await outside(() => workbook.selectRow(first.id));
    await shown(first.title);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reason for N/A' }).value).toBe(
      'We only',
    );
  });

  describe('and a colleague who writes into the same cell meanwhile', () => {
    const notes = (value: string) => [{ item: first.id, field: 'notes', value } as const];
    const begun = async () => {
      const rendered = await renderReady();
      await rendered.user.click(radio(/^N\/A/));
      await rendered.user.type(screen.getByRole('textbox', { name: 'Reason for N/A' }), 'Outsourced');
      return rendered;
    };
    const save = () => screen.getByRole('button', { name: 'Save N/A and reason' });

    it('loses nothing: the reason goes below the note, which is shown', async () => {
      const { user, workbook } = await begun();
      await outside(() => workbook.type(notes('See contract 4711')));
      expect(screen.getByText(/Meanwhile somebody wrote here: “See contract 4711”/)).toBeTruthy();
      await user.click(save());
      await waitFor(() => expect(workbook.cell(first.id, 'notes')).toBe('See contract 4711\nOutsourced'));
      expect(workbook.cell(first.id, 'level')).toBe('N/A');
    });

    it('is shown a note that came with the very press, before anything is written', async () => {
      const { user, workbook } = await begun();
      // As if no event told of it yet.
      workbook.overhear(notes('See contract 4711'));
      await user.click(save());
      expect(await screen.findByText(/“See contract 4711”/)).toBeTruthy();
      expect(workbook.cell(first.id, 'notes')).toBe('See contract 4711');
      expect(screen.queryByRole('alert')).toBeNull();
      await user.click(save());
      await waitFor(() => expect(workbook.cell(first.id, 'notes')).toBe('See contract 4711\nOutsourced'));
    });

    it('may give the reason: it is enough when none was typed here', async () => {
      const { user, workbook } = await renderReady();
      await user.click(radio(/^N\/A/));
      await outside(() => workbook.type(notes('See contract 4711')));
      await user.click(save());
      await waitFor(() => expect(workbook.cell(first.id, 'level')).toBe('N/A'));
      expect(workbook.cell(first.id, 'notes')).toBe('See contract 4711');
    });

    it('keeps a reason that was changed here, too', async () => {
      const { user, workbook } = await renderReady([
        { item: first.id, field: 'level', value: 'N/A' },
        ...notes('No devices'),
      ]);
      const box = screen.getByRole('textbox', { name: 'Reason for N/A' });
      await user.type(box, ' in the field');
      await outside(() => workbook.type(notes('Sold in 2024')));
      await user.click(save());
      await waitFor(() =>
        expect(workbook.cell(first.id, 'notes')).toBe('Sold in 2024\nNo devices in the field'),
      );
    });
  });

  it('asks for the reason of an N/A that was typed into the sheet without one', async () => {
    await renderReady([{ item: first.id, field: 'level', value: 'n/a' }]);
    expect(screen.getByText(/says N\/A without a reason/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Reason for N/A' })).toBeTruthy();
  });
});

it('names an answer that is not valid and checks no level', async () => {
  await renderReady([{ item: first.id, field: 'level', value: '2.5' }]);
  expect(screen.getByText(/"2.5" is not a level/)).toBeTruthy();
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
});

it('clears an answer, and sets and removes a target', async () => {
  const { user, workbook } = await renderReady(someAnswers);
  await user.click(screen.getByRole('button', { name: 'Clear answer' }));
  await waitFor(() => expect(workbook.cell(first.id, 'level')).toBeNull());
  const target = screen.getByRole('combobox', { name: 'Target' });
  await user.selectOptions(target, '5 Optimizing');
  await waitFor(() => expect(workbook.cell(first.id, 'target')).toBe(5));
  await user.selectOptions(target, 'No target');
  await waitFor(() => expect(workbook.cell(first.id, 'target')).toBeNull());
});

describe('going from item to item', () => {
  it('follows the selection in the sheet, and stays where it is when another sheet is selected', async () => {
    const { workbook } = await renderReady();
    await outside(() => workbook.selectRow(third.id));
    await shown(third.title);
    await outside(() => workbook.selectRow(null));
    expect(screen.getByRole('heading', { name: third.title })).toBeTruthy();
  });

  it('takes the selection in the sheet along, and is not sent back by what the sheet told before', async () => {
    const { user, workbook } = await renderReady();
    const arrive = workbook.hold('follow');
    await user.click(screen.getByRole('button', { name: 'Next item' }));
    await outside(() => workbook.selectRow(first.id));
    await shown(second.title);
    await outside(() => arrive());
    expect(workbook.followed).toEqual([second.id]);
    await outside(() => workbook.selectRow(first.id));
    await shown(first.title);
    expect(workbook.followed).toEqual([second.id]);
  });

  it('steps forward and back, and stops at both ends', async () => {
    const { user } = await renderReady();
    const previous = screen.getByRole('button', { name: 'Previous item' });
    expect(previous.getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Next item' }));
    await shown(second.title);
    await user.click(previous);
    await shown(first.title);
  });

  it('finds an item by a word', async () => {
    const { user } = await renderReady(someAnswers);
    await user.click(screen.getByRole('button', { name: 'Find an item' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search items' }), 'threat model');
    await user.click(screen.getByRole('button', { name: /^RSK-05/ }));
    await shown(rubric.items.find(({ id }) => id === 'RSK-05')!.title);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('says when nothing matches', async () => {
    const { user } = await renderReady();
    await user.click(screen.getByRole('button', { name: 'Find an item' }));
    await user.type(screen.getByRole('searchbox'), 'zeppelin');
    expect(screen.getByText('0 items')).toBeTruthy();
  });

  it('jumps to the next unanswered item, and to the next of a domain', async () => {
    const { user } = await renderReady(someAnswers);
    await user.click(screen.getByRole('button', { name: 'Next unanswered' }));
    await shown(rubric.items.find(({ id }) => id === 'RSK-11')!.title);
    await user.click(screen.getByRole('button', { name: /^Complaint Handling: 0 of 8 answered/ }));
    await shown(rubric.items.find(({ id }) => id === 'CMP-01')!.title);
  });

  it('selects the cell in the sheet, and says so when it cannot', async () => {
    const { user, workbook } = await renderReady();
    const button = screen.getByRole('button', { name: 'Show row 6 in the sheet' });
    await user.click(button);
    expect(workbook.went).toEqual([{ item: first.id, field: 'level' }]);
    workbook.refuse('goTo', 'The sheet is hidden.');
    await user.click(button);
    expect((await screen.findByRole('alert')).textContent).toContain('The sheet is hidden.');
  });
});

it('works with the keyboard alone and leaves the focus where it is', async () => {
  const { user, workbook } = await renderReady();
  screen.getByRole('tab', { name: 'Answer' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Scores' }));
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Answer' }));
  radio(/^0 Incomplete/).focus();
  await user.keyboard(' ');
  await waitFor(() => expect(workbook.cell(first.id, 'level')).toBe(0));
  await waitFor(() => expect(screen.getByText('Saved in the workbook.')).toBeTruthy());
  expect(document.activeElement).toBe(radio(/^0 Incomplete/));
});

it('says what could prove the answer and where the question comes from', async () => {
  await renderReady();
  const background = screen.getByRole('region', { name: 'Behind this item' });
  expect(within(background).getByText(first.evidence[0]!)).toBeTruthy();
  expect(within(background).getByText(first.references[0]!.text)).toBeTruthy();
  expect(within(background).getByText("The wording is this project's own, not MDIC's.")).toBeTruthy();
});

it('says in every view that it waits while a cell is being edited', async () => {
  const rendered = await renderReady();
  const release = rendered.workbook.hold('write');
  await rendered.user.click(radio(/^2 Managed/));
  await outside(() => rendered.workbook.lets(true));
  expect(screen.getByText(/^Waiting for Excel/)).toBeTruthy();
  await openTab(rendered, 'check');
  expect(screen.getAllByText(/^Waiting for Excel/).some((one) => !one.closest('[hidden]'))).toBe(true);
  await outside(() => {
    release();
    rendered.workbook.lets(false);
  });
  await waitFor(() => expect(screen.queryByText(/^Waiting for Excel/)).toBeNull());
  expect(rendered.workbook.cell(first.id, 'level')).toBe(2);
});

it('fills in sample answers only where they are offered and nothing is answered', async () => {
  const ports = { ...fakePorts(), sample: () => Promise.resolve(everyAnswer) };
  const { user, workbook } = await renderReady([], ports);
  await user.click(screen.getByRole('button', { name: 'Fill with sample answers' }));
  await waitFor(() =>
    expect(screen.getByRole('status', { name: 'Overall' }).textContent).toContain('42 of 43'),
  );
  expect(workbook.count('write')).toBe(1);
  expect(screen.queryByRole('button', { name: 'Fill with sample answers' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: ports.words('pane.sampleScorecard') }));
  expect(workbook.went).toEqual([{ sheet: 'scorecard' }]);
  await user.click(screen.getByRole('button', { name: ports.words('pane.sampleScores') }));
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe(ports.words('pane.tab-scores'));
});

it('says when it cannot follow the workbook, and follows it after Try again', async () => {
  const ports = fakePorts();
  ports.workbook.refuse('watchAnswers', 'Events are off.');
  const { user, workbook } = await renderReady([], ports);
  expect(await screen.findByText(/Events are off/)).toBeTruthy();
  workbook.accept('watchAnswers');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText(/Events are off/)).toBeNull());
  await outside(() => workbook.type([{ item: first.id, field: 'level', value: 1 }]));
  await waitFor(() => expect(radio(/^1 Initial/).checked).toBe(true));
});

it('stops watching when the pane closes', async () => {
  const rendered = await renderReady();
  await openTab(rendered, 'scores');
  expect(rendered.workbook.watchers).toBe(2);
  rendered.unmount();
  await waitFor(() => expect(rendered.workbook.watchers).toBe(0));
});
