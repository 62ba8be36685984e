import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Change } from '../../src/workbook/port';
import { everyAnswer, type FakePorts, fakePorts, rubric } from './fixtures';
import { openTab, outside, type Rendered, renderPane, renderReady } from './render-pane';

/** Another answer to the first item than `everyAnswer` has. */
export const otherAnswer: readonly Change[] = [{ item: rubric.items[0]!.id, field: 'level', value: 5 }];

export const button = (name: string | RegExp) => screen.findByRole('button', { name });
export const press = async ({ user }: Rendered, name: string | RegExp) => user.click(await button(name));
/** The same once it can be pressed: who knows the recovery code already waits a moment for a digest of it. */
export async function pressReady({ user }: Pick<Rendered, 'user'>, name: string | RegExp): Promise<void> {
  const found = await button(name);
  await waitFor(() => expect(found.getAttribute('aria-disabled')).not.toBe('true'));
  await user.click(found);
}
export const bytesShown = () => screen.getByLabelText('The exact bytes', { selector: 'pre' }).textContent;

/** The Submit view of a pane over a workbook with these answers. */
export async function submitOf(
  answers: readonly Change[] = everyAnswer,
  ports: FakePorts = fakePorts(),
): Promise<Rendered> {
  const rendered = await renderReady(answers, ports);
  await openTab(rendered, 'submit');
  return rendered;
}

/** Closes the pane and opens another one over the same workbook and service, with other randomness. */
export async function reopened(rendered: Rendered): Promise<Rendered> {
  rendered.unmount();
  const again = renderPane({ ...rendered, random: (count) => new Uint8Array(count).fill(9) });
  await screen.findByRole('tablist');
  await openTab(again, 'submit');
  return again;
}

export async function review(rendered: Rendered): Promise<void> {
  await press(rendered, 'Review and submit');
  await button('Submit');
}

export async function confirm(rendered: Rendered): Promise<void> {
  await rendered.user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
  await press(rendered, 'Submit');
}

/** A row that was sent and accepted in this session. */
export async function acceptedRow(ports: FakePorts = fakePorts()): Promise<Rendered> {
  const rendered = await submitOf(everyAnswer, ports);
  await review(rendered);
  await confirm(rendered);
  await screen.findByText(`Accepted for cycle ${ports.benchmark.openCycle.cycle}`);
  await waitFor(() => expect(screen.queryByText(ports.words('pane.signature-checking'))).toBeNull());
  return rendered;
}

/** Pastes into a field and leaves it. */
export async function paste(label: string, text: string): Promise<void> {
  const field = await screen.findByRole('textbox', { name: label });
  await outside(() => {
    fireEvent.change(field, { target: { value: text } });
    fireEvent.blur(field);
  });
}

/** The recovery code that is on the screen, or null. */
export const codeShown = (): string | null =>
  screen.queryByText(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)?.textContent ?? null;

/** The headers on the screen, by name, as they would be sent. */
export function headersShown(): Record<string, string> {
  const rows = screen
    .getByRole('table', { name: /^What goes along/, hidden: true })
    .querySelectorAll('tbody tr');
  return Object.fromEntries(
    [...rows].map((row) => [
      row.querySelector('th code')?.textContent ?? '',
      row.querySelector('td code')?.textContent ?? '',
    ]),
  );
}
