/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { FakeFile } from './fake-files';
import {
  atDesk,
  bar,
  buttonNamed,
  opened,
  paneThere,
  pressed,
  type RenderedPanel,
} from './render-side-panel';
import { type FakePanel, first, second, threePages } from './side-panel-fixtures';

describe('a file', () => {
  it('that is opened gets the very pane of the add-in, with its name and where changes go', async () => {
    const { panel } = await opened();
    expect(within(await bar()).getByText('team.xlsx')).toBeTruthy();
    expect(within(await bar()).getByText('Changes are saved into this file.')).toBeTruthy();
    expect(panel.given?.name).toBe('team.xlsx');
    expect(await screen.findByRole('heading', { name: first.title })).toBeTruthy();
    expect(document.activeElement).toBe(await bar());
    expect(panel.files.calls).toEqual(['last', 'open', 'keep', 'last']);
  });

  it('that is new is made of a blank workbook where the user wants it', async () => {
    const rendered = await atDesk();
    rendered.panel.files.picked = new FakeFile('JSP assessment.xlsx');
    await pressed(rendered, 'Start a new workbook');
    await paneThere();
    expect(rendered.panel.files.created).toEqual([
      { name: 'JSP assessment.xlsx', bytes: new Uint8Array([80, 75]) },
    ]);
  });

  it('of last time is gone on with', async () => {
    const rendered = await atDesk({}, ({ files }) => (files.former = new FakeFile('last.xlsx')));
    await pressed(rendered, 'Go on with last.xlsx');
    await paneThere();
    expect(within(await bar()).getByText('last.xlsx')).toBeTruthy();
  });

  it('is not opened twice by two presses', async () => {
    const rendered = await atDesk();
    await rendered.user.dblClick(await buttonNamed('Open a workbook file'));
    await paneThere();
    expect(rendered.panel.files.calls.filter((call) => call === 'open')).toHaveLength(1);
  });

  it('that was not chosen changes nothing', async () => {
    const rendered = await atDesk({}, ({ files }) => (files.picked = null));
    await pressed(rendered, 'Open a workbook file');
    await waitFor(() => expect(rendered.panel.files.calls).toContain('open'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await buttonNamed('Open a workbook file')).toBeTruthy();
  });

  it.each([
    ['open', 'Open a workbook file'],
    ['create', 'Start a new workbook'],
    ['reopen', 'Go on with last.xlsx'],
  ] as const)(
    'that cannot be had (%s) is told in the words of the browser, and the way stays',
    async (member, name) => {
      const rendered = await atDesk({}, ({ files }) => {
        files.former = new FakeFile('last.xlsx');
        files.refusal[member] = 'Another program has it open.';
      });
      await pressed(rendered, name);
      expect((await screen.findByRole('alert')).textContent).toContain('Another program has it open.');
      rendered.panel.files.refusal[member] = undefined;
      await pressed(rendered, name);
      expect(await paneThere()).toBeTruthy();
    },
  );

  it('that is none of ours, or has a password, is refused in words, let go, and not offered again', async () => {
    const rendered = await atDesk({}, (panel) => {
      panel.refused = { code: 'not-ours', message: 'team.xlsx holds no assessment.' };
    });
    await pressed(rendered, 'Open a workbook file');
    expect((await screen.findByRole('alert')).textContent).toContain('team.xlsx holds no assessment.');
    expect(rendered.panel.files.calls).toEqual(['last', 'open', 'close', 'last']);
    expect(screen.queryByRole('button', { name: /^Go on with/ })).toBeNull();
  });

  it('is opened all the same where the browser does not know the file of last time', async () => {
    const rendered = await atDesk({}, ({ files }) => (files.refusal.last = 'The profile is locked.'));
    await pressed(rendered, 'Open a workbook file');
    expect(await paneThere()).toBeTruthy();
  });

  it('is closed by a press, and can be gone on with', async () => {
    const rendered = await opened();
    await pressed(rendered, 'Close');
    expect(await buttonNamed('Go on with team.xlsx')).toBeTruthy();
    expect(rendered.panel.pane.workbook.watchers).toBe(0);
  });

  it('that cannot be closed says why and stays', async () => {
    const rendered = await opened({}, ({ files }) => (files.refusal.close = 'The profile is locked.'));
    await pressed(rendered, 'Close');
    expect((await within(await bar()).findByRole('alert')).textContent).toContain('The profile is locked.');
    expect(await paneThere()).toBeTruthy();
  });

  it('stays open while the user looks at the inbox', async () => {
    const rendered = await opened();
    await rendered.user.click(screen.getByRole('tab', { name: 'Inbox' }));
    await rendered.user.click(screen.getByRole('tab', { name: 'Assessment' }));
    expect(await paneThere()).toBeTruthy();
    expect(rendered.panel.pane.workbook.count('inspect')).toBe(1);
  });
});

describe('answers that the file refused', () => {
  const REFUSAL = 'Another program has it open.';
  const LEVEL = { item: first.id, field: 'level', value: 2 } as const;

  /** The panel after the file has refused level 2 of the first item. */
  async function refusedOnce(change?: (panel: FakePanel) => void): Promise<RenderedPanel> {
    const rendered = await opened({}, change);
    rendered.panel.pane.workbook.refuse('write', REFUSAL);
    await rendered.user.click((await screen.findAllByRole('radio'))[2]!);
    await within(await bar()).findByText(/^The last change is not in the file yet/);
    return rendered;
  }
  const keptOf = ({ panel }: RenderedPanel) => panel.refusedAnswers.kept.get('team.xlsx');

  it('are kept at once, and not lost by a careless press on Close', async () => {
    const rendered = await refusedOnce();
    expect(await within(await bar()).findByText(/kept in this browser until it is/)).toBeTruthy();
    expect(keptOf(rendered)).toEqual([LEVEL]);
    await pressed(rendered, 'Close');
    expect(await screen.findByText('Not everything is in the file')).toBeTruthy();
    const [stay] = await screen.findAllByRole('button', { name: 'Stay' });
    expect(document.activeElement).toBe(stay);
    await rendered.user.click(stay!);
    rendered.panel.pane.workbook.accept('write');
    await pressed(rendered, 'Try again');
    expect(await within(await bar()).findByText('Changes are saved into this file.')).toBeTruthy();
    expect(keptOf(rendered)).toBeUndefined();
    await pressed(rendered, 'Close');
    expect(await buttonNamed('Go on with team.xlsx')).toBeTruthy();
  });

  it('are there again when the file is opened in a panel that was closed without a word', async () => {
    const before = await refusedOnce();
    before.unmount();
    const rendered = await opened({}, ({ refusedAnswers }) => {
      refusedAnswers.kept.set('team.xlsx', keptOf(before)!);
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('1 change is not in the workbook yet');
    expect(alert.textContent).toContain(`The answers to ${first.id} were refused by team.xlsx`);
    expect(await within(await bar()).findByText(/kept in this browser until it is/)).toBeTruthy();
    await pressed(rendered, 'Try again');
    expect(await within(await bar()).findByText('Changes are saved into this file.')).toBeTruthy();
    expect(rendered.panel.pane.workbook.cell(first.id, 'level')).toBe(2);
    expect(keptOf(rendered)).toBeUndefined();
  });

  it('give way to a newer answer to the same question, and to no other', async () => {
    const other = { item: second.id, field: 'level', value: 1 } as const;
    const rendered = await opened({}, ({ refusedAnswers }) => {
      refusedAnswers.kept.set('team.xlsx', [LEVEL, other]);
    });
    await rendered.user.click((await screen.findAllByRole('radio'))[4]!);
    await waitFor(() => expect(keptOf(rendered)).toEqual([other]));
  });

  it('stay kept where the file is closed all the same', async () => {
    const rendered = await refusedOnce();
    await pressed(rendered, 'Close');
    const question = (await screen.findByText('Not everything is in the file')).closest('section')!;
    await rendered.user.click(within(question).getAllByRole('button', { name: 'Close' }).at(-1)!);
    expect(await buttonNamed('Go on with team.xlsx')).toBeTruthy();
    expect(keptOf(rendered)).toEqual([LEVEL]);
  });

  it('are let go where the user says so, and the file is closed then', async () => {
    const rendered = await refusedOnce();
    await pressed(rendered, 'Close');
    rendered.panel.refusedAnswers.refusal = 'The profile is locked.';
    await pressed(rendered, 'Let them go and close');
    expect(await within(await bar()).findByText('The profile is locked.')).toBeTruthy();
    expect(keptOf(rendered)).toEqual([LEVEL]);
    rendered.panel.refusedAnswers.refusal = null;
    await pressed(rendered, 'Let them go and close');
    expect(await buttonNamed('Go on with team.xlsx')).toBeTruthy();
    expect(keptOf(rendered)).toBeUndefined();
  });

  it('are said to be in the panel alone where the browser cannot keep them', async () => {
    const rendered = await refusedOnce(
      ({ refusedAnswers }) => (refusedAnswers.refusal = 'The profile is locked.'),
    );
    expect(await within(await bar()).findByText(/this browser could not keep it/)).toBeTruthy();
    await pressed(rendered, 'Close');
    expect(await screen.findByText(/are only in this panel/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Let them go and close' })).toBeNull();
  });
});

it('lets the pane fetch what waits in the inbox, and empties the inbox by it', async () => {
  const rendered = await opened({ pages: threePages });
  await pressed(rendered, 'Get captured evidence (2)');
  await waitFor(() => expect(rendered.panel.inbox.waiting.map(({ item }) => item)).toEqual([null]));
  expect(await screen.findByRole('tab', { name: 'Inbox (1)' })).toBeTruthy();
});

describe('answers of which nobody knows whether they are for this file', () => {
  const changes = [{ item: second.id, field: 'level', value: 3 } as const];
  it.each([
    ['They are for this one', changes, null],
    ['Not for this one', undefined, 'former.xlsx'],
    ['Let them go', undefined, null],
  ])('are asked about, and end as said: %s', async (button, kept, left) => {
    const rendered = await opened({}, ({ refusedAnswers }) => {
      refusedAnswers.doubtful = { file: 'former.xlsx', changes };
    });
    const { panel } = rendered;
    expect((await bar()).textContent).toContain(`Answers to ${second.id} were refused by former.xlsx`);
    await pressed(rendered, button);
    await waitFor(() => expect(screen.queryByText('Are these answers for this workbook?')).toBeNull());
    expect(panel.refusedAnswers.kept.get('team.xlsx')).toEqual(kept);
    expect(panel.refusedAnswers.doubtful?.file ?? null).toBe(left);
    expect(panel.pane.workbook.calls.filter((call) => call === 'write')).toEqual([]);
    expect(document.activeElement).not.toBe(document.body);
    if (kept) expect(await buttonNamed('Try again')).toBeTruthy();
  });
});
