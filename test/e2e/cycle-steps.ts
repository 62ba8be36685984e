import { correct, withdraw } from '../../src/pane/submit/correction-flow';
import { draftCorrection } from '../../src/pane/submit/drafts';
import { resume } from '../../src/pane/submit/resume';
import { review } from '../../src/pane/submit/review-flow';
import { send, submit } from '../../src/pane/submit/submission-flow';
import { getToken } from '../../src/pane/submit/token-flow';
import { formatMemberCode, MEMBER_CODE_BYTES } from '../../src/submission/member-code';
import { randomFrom } from '../oracles/random';
import { valueOf } from '../service/tokens/fixtures';
import { CYCLE, rubric, sha256 } from '../submission/fixtures';
import { inState, openedPane, type Person, secretFrom, seededAnswers } from './cycle-contributor';
import { contributesByHand } from './cycle-pane';

const TOKEN_REPLY_LOST = new Set([4, 19, 33]);
const ROW_REPLY_LOST = new Set([0, 9, 18, 27]);
export const CORRECTED = new Set([2, 9, 20, 31]);
const CORRECTION_REPLY_LOST = 20;
export const WITHDRAWN = new Set([7, 22]);
const WITHDRAWAL_REPLY_LOST = 22;
export const WITHDRAWN_AFTER_CLOSE = 40;
export const WORKBOOK_LOST = 12;
const CODE_MISTYPED = 15;
/** They press the buttons of the rendered pane; the others take the same steps without its views. */
export const BY_HAND = new Set([10, 31]);

/** From an empty workbook to the receipt, in one session. Gives the recovery code that was shown. */
export async function contributes(who: Person, at: number, code: string): Promise<string> {
  await who.workbook.write(seededAnswers(randomFrom(at * 7919 + 1)));
  if (BY_HAND.has(at)) return contributesByHand(who, CYCLE, code);
  const parts = await openedPane(who, 'first');
  inState(await resume(parts), 'form');
  const { cycle, recovery } = inState(await review(parts), 'token');
  if (at === CODE_MISTYPED) {
    const other = formatMemberCode(sha256('mistyped').subarray(0, MEMBER_CODE_BYTES));
    expect(inState(await getToken(parts, cycle, other), 'token').failure?.code).toBe('code-unknown');
  }
  if (TOKEN_REPLY_LOST.has(at)) {
    who.network.loseReplyTo('POST');
    expect(inState(await getToken(parts, cycle, code), 'token').failure?.code).toBe('offline');
  }
  expect(inState(await getToken(parts, cycle, code), 'token').failure).toBeNull();
  const reviewed = inState(await review(parts), 'review').review;
  expect(reviewed.recovery).toBe(recovery);
  if (ROW_REPLY_LOST.has(at)) {
    who.network.loseReplyTo('POST');
    const waiting = inState(await submit(parts, reviewed), 'waiting');
    expect(waiting.failure?.code).toBe('offline');
    inState(await send(parts, waiting.record), 'accepted');
  } else {
    inState(await submit(parts, reviewed), 'accepted');
  }
  return recovery ?? '';
}

/** Another day, in a new session: only the workbook and the noted recovery code are there. */
export async function corrects(who: Person, at: number, recoveryCode: string): Promise<void> {
  await who.workbook.write(
    rubric.items.slice(6, 12).map(({ id }) => ({ item: id, field: 'level', value: at % 6 })),
  );
  const parts = await openedPane(who, 'correction');
  const { record, recovery } = inState(await resume(parts), 'accepted');
  expect(recovery).toBeNull();
  const draft = valueOf(await draftCorrection(parts, record));
  const secret = await secretFrom(recoveryCode, record, parts);
  if (at === CORRECTION_REPLY_LOST) {
    who.network.loseReplyTo('PUT');
    expect(inState(await correct(parts, draft, secret), 'correction').failure?.code).toBe('offline');
    const again = inState(await resume(parts), 'correction').draft;
    inState(await correct(parts, again, secret), 'accepted');
  } else {
    inState(await correct(parts, draft, secret), 'accepted');
  }
  expect(who.workbook.records[0]?.receipt?.revision).toBe(2);
}

export async function withdraws(who: Person, at: number, recoveryCode: string): Promise<void> {
  const parts = await openedPane(who, 'withdrawal');
  const { record } = inState(await resume(parts), 'accepted');
  const secret = await secretFrom(recoveryCode, record, parts);
  if (at === WITHDRAWAL_REPLY_LOST) {
    who.network.loseReplyTo('DELETE');
    expect(inState(await withdraw(parts, record, secret), 'withdrawal').failure?.code).toBe('offline');
  }
  inState(await withdraw(parts, record, secret), 'withdrawn');
}
