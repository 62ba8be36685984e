import type { WordKey, Words } from '../../words/words';

/** What `doctor` says of one thing: it is well; look at it; the service is not as it must be. */
export interface Finding {
  readonly state: 'ok' | 'warn' | 'fail';
  /** What was looked at, and what to do where it is not well. */
  readonly message: string;
}

const STATES: Readonly<Record<Finding['state'], WordKey>> = {
  ok: 'operator.stateOk',
  warn: 'operator.stateWarn',
  fail: 'operator.stateFail',
};

/** The line of a finding. */
export const lineOf = ({ state, message }: Finding, words: Words): string =>
  `${words(STATES[state])}  ${message}`;

export const well = (message: string): Finding => ({ state: 'ok', message });
export const doubtful = (message: string): Finding => ({ state: 'warn', message });
export const ill = (message: string): Finding => ({ state: 'fail', message });

/** What a check finds; where it cannot be made at all, that is a finding too, with the reason. */
export async function examined(
  check: () => Promise<readonly Finding[]> | readonly Finding[],
  broken: (reason: string) => string,
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [ill(broken((error as Partial<Error>).message ?? String(error)))];
  }
}
