import { fireEvent, screen, waitFor } from '@testing-library/react';
import { outside } from '../pane/render-pane';
import { bytes, type RenderedPage } from './render-page';

export const button = (name: string | RegExp) => screen.findByRole('button', { name });
export const press = async ({ user }: RenderedPage, name: string | RegExp) => user.click(await button(name));
export const bytesShown = () => screen.getByLabelText('The exact bytes', { selector: 'pre' }).textContent;

/** The recovery code that is on the screen, or null. */
export const codeShown = (): string | null =>
  screen.queryByText(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)?.textContent ?? null;

/** Types into a field and leaves it. */
export async function type(label: string, text: string): Promise<void> {
  const field = await screen.findByRole('textbox', { name: label });
  await outside(() => {
    fireEvent.change(field, { target: { value: text } });
    fireEvent.blur(field);
  });
}

/** Pastes a row or a record at the beginning of the page. */
export async function handIn(page: RenderedPage, text = bytes): Promise<void> {
  await type('Row or record', text);
  await press(page, 'Use the pasted text');
}

/** Puts in a row for the place of another. */
export async function putIn(page: RenderedPage, text: string): Promise<void> {
  await type('Row', text);
  await press(page, 'Use the pasted text');
}

/** Hands in a row up to its review. */
export async function review(page: RenderedPage, text = bytes): Promise<void> {
  await handIn(page, text);
  await button('Submit');
}

export async function confirm(page: RenderedPage): Promise<void> {
  await page.user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
  await press(page, 'Submit');
}

/** A row that was sent and taken; its recovery code. */
export async function accepted(page: RenderedPage, text = bytes): Promise<string> {
  await review(page, text);
  const code = codeShown() ?? '';
  await confirm(page);
  await screen.findByText(/^Accepted for cycle/);
  await waitFor(() => expect(screen.queryByText(page.words('pane.signature-checking'))).toBeNull());
  return code;
}

/** Saves the record file, and gives its text. */
export async function saveRecord(page: RenderedPage): Promise<string> {
  await press(page, 'Save the record file');
  await screen.findByText(/^Saved as jsp-record-/);
  return page.saved.at(-1)?.text ?? '';
}
