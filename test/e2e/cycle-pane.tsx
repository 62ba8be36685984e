import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Pane } from '../../src/pane/pane';
import { words } from '../submission/fixtures';
import { codeShown } from '../pane/submit-steps';
import type { Person } from './cycle-contributor';

async function openedSubmit({ ports }: Person, session: string) {
  const { unmount } = render(<Pane {...ports(session)} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('tab', { name: words('pane.tab-submit') }));
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { unmount, user, press };
}

/** From the answers in the workbook to the receipt, by what is on the screen. Gives the recovery code that was shown. */
export async function contributesByHand(who: Person, cycle: string, code: string): Promise<string> {
  const { unmount, user, press } = await openedSubmit(who, 'first');
  await press(words('pane.reviewAndSubmit'));
  const field = await screen.findByRole('textbox', { name: words('pane.memberCode') });
  fireEvent.change(field, { target: { value: code } });
  fireEvent.blur(field);
  const recovery = codeShown();
  await press(words('pane.getToken'));
  await screen.findByText(words('pane.tokenHeldTitle', { cycle }));
  await press(words('pane.reviewAndSubmit'));
  await screen.findByRole('button', { name: 'Submit' });
  await user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
  await press('Submit');
  await screen.findByText(`Accepted for cycle ${cycle}`);
  unmount();
  return recovery ?? '';
}

/** What the pane says when it is asked whether a release counts the row. */
export async function findsItselfCounted(who: Person, release: string): Promise<void> {
  const { unmount, press } = await openedSubmit(who, 'after');
  await press(words('pane.checkCounted'));
  await screen.findByText(words('pane.countedTitle', { release }));
  unmount();
}
