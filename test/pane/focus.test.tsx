/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { keepFocus } from '../../src/pane/parts/kept-focus';
import { everyAnswer, fakePorts, rubric, someAnswers } from './fixtures';
import { openTab, outside, type Rendered, renderReady } from './render-pane';

const [first, second] = [rubric.items[0]!, rubric.items[1]!];
const titled = (id: string) => rubric.items.find((item) => item.id === id)!.title;
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async ({ user }: Rendered, name: string | RegExp) => user.click(await button(name));
const focused = () => document.activeElement?.textContent;
const settled = () => outside(() => undefined);

describe('the question has the focus and its radio buttons have its name', () => {
  it.each<[string, string, (pane: Rendered) => Promise<unknown>]>([
    ['Next item', second.id, (pane) => press(pane, 'Next item')],
    ['Next unanswered', 'RSK-11', (pane) => press(pane, 'Next unanswered')],
    ['a domain', 'CMP-01', (pane) => press(pane, /^Complaint Handling: 0 of 8/)],
    [
      'what a search found',
      'RSK-05',
      async (pane) => {
        await press(pane, 'Find an item');
        await pane.user.type(screen.getByRole('searchbox'), 'threat model');
        await press(pane, /^RSK-05/);
      },
    ],
    [
      'a line of Check',
      'RSK-11',
      async (pane) => {
        await openTab(pane, 'check');
        await press(pane, /^RSK-11 \(row \d+\) has no answer yet/);
        await screen.findByRole('tab', { name: 'Answer', selected: true });
      },
    ],
  ])('after %s', async (_, item, go) => {
    const rendered = await renderReady(someAnswers);
    await go(rendered);
    await waitFor(() => expect(focused()).toBe(titled(item)));
    const { question } = rubric.items.find(({ id }) => id === item)!;
    expect(screen.getByRole('radiogroup', { name: question })).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-describedby')).toBe(`question-${item}`);
  });

  it('but not when the row was selected in the sheet: who works there keeps the focus', async () => {
    const { workbook } = await renderReady(someAnswers);
    const tab = screen.getByRole('tab', { name: 'Answer' });
    tab.focus();
    await outside(() => workbook.selectRow(second.id));
    await screen.findByRole('heading', { name: second.title });
    expect(document.activeElement).toBe(tab);
  });
});

describe('the focus stays in the view', () => {
  it.each<[string, readonly (string | RegExp)[]]>([
    ['Clear answer', ['Clear answer']],
    ['Review', ['Review and submit']],
    ['Back', ['Review and submit', 'Back']],
    ['Fill with sample answers', ['Fill with sample answers']],
  ])('after %s', async (_, names) => {
    const answers = names[0] === 'Fill with sample answers' ? [] : everyAnswer;
    const ports = { ...fakePorts(), sample: () => Promise.resolve(everyAnswer) };
    const rendered = await renderReady(answers, ports);
    if (names.includes('Review and submit')) await openTab(rendered, 'submit');
    for (const name of names) await press(rendered, name);
    await waitFor(() => expect(screen.queryByRole('button', { name: names.at(-1)! })).toBeNull());
    await settled();
    expect(document.activeElement).not.toBe(document.body);
    const view = screen.getAllByRole('tabpanel').find((panel) => panel.contains(document.activeElement));
    expect(view).toBeTruthy();
  });

  it('after a reason for N/A was given up, and after one was saved', async () => {
    const rendered = await renderReady();
    const na = () => screen.getByRole('radio', { name: /^N\/A/ });
    await rendered.user.click(na());
    await press(rendered, 'Cancel');
    await settled();
    expect(focused()).toBe(first.title);
    await rendered.user.click(na());
    await rendered.user.type(screen.getByRole('textbox', { name: 'Reason for N/A' }), 'No devices');
    await press(rendered, 'Save N/A and reason');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save N/A and reason' })).toBeNull());
    await settled();
    expect(focused()).toBe(first.title);
  });

  it('after Try again, when the trouble is gone with its button', async () => {
    const rendered = await renderReady();
    rendered.workbook.refuse('write', 'A cell is being edited.');
    await rendered.user.click(screen.getByRole('radio', { name: /^2 Managed/ }));
    const alert = await screen.findByRole('alert');
    rendered.workbook.accept('write');
    await rendered.user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await settled();
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe('keepFocus', () => {
  let stop: () => void;
  const page = (html: string) => {
    document.body.innerHTML = html;
    stop = keepFocus(document);
    document.querySelector<HTMLElement>('#own')?.focus();
  };
  const own = () => document.querySelector<HTMLElement>('#own')!;
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  it.each([
    ['is gone', () => own().remove()],
    ['is hidden', () => own().parentElement!.setAttribute('hidden', '')],
    ['is switched off', () => own().setAttribute('disabled', '')],
  ])('goes to the nearest heading when what had it %s', async (_, happens) => {
    page('<main><h1>Far</h1><section><h2>Near</h2><div><button id="own"></button></div></section></main>');
    happens();
    await settled();
    expect(focused()).toBe('Near');
  });

  it('goes to the view that takes the place of everything', async () => {
    page('<div id="root"><main><h1>First</h1><button id="own"></button></main></div>');
    document.querySelector('#root')!.innerHTML = '<main><h2>Second</h2></main>';
    await settled();
    expect(focused()).toBe('Second');
  });

  it('waits in a place without a heading until it has one', async () => {
    page('<main><section><button id="own"></button></section></main>');
    const section = document.querySelector('section')!;
    own().remove();
    await settled();
    expect(document.activeElement).toBe(section);
    section.innerHTML = '<h2>Here at last</h2>';
    await settled();
    expect(focused()).toBe('Here at last');
  });

  it('leaves alone who pressed beside everything, and who is in another window until they are back', async () => {
    page('<main><section><h2>Near</h2><button id="own"></button><p></p></section></main>');
    window.dispatchEvent(new Event('blur'));
    own().remove();
    await settled();
    expect(document.activeElement).toBe(document.body);
    window.dispatchEvent(new Event('focus'));
    expect(focused()).toBe('Near');
    document.querySelector('p')!.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    document.querySelector('h2')!.remove();
    await settled();
    expect(document.activeElement).toBe(document.body);
  });
});
