import type { WordKey } from '../../words/words';
import type { Command, CommandCall, Options, Outcome } from '../command';

/** One of `npm run benchmark -- <command>`. */
export interface BenchmarkCommand {
  /** The words that tell how to call it. */
  readonly usage: WordKey;
  readonly options: Options;
  readonly run: Command;
}

/** Where a service keeps what it has: options of every command of the operator. */
export const PLACE_OPTIONS: Options = { data: { type: 'string' }, database: { type: 'string' } };

/** What an option was given as; undefined where it was not. */
export function textOf({ given }: Pick<CommandCall, 'given'>, option: string): string | undefined {
  const value = given[option];
  return typeof value === 'string' ? value : undefined;
}

/** The outcome of a call with a value that cannot be: names it, and how to call. */
export const wrongValue = (call: CommandCall, option: string, value: string, expected: string): Outcome => ({
  error: `${call.shipped.words('operator.wrongValue', { option, value, expected })}\n${call.misused().error ?? ''}`,
  code: 2,
});

/** The current ISO day, UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
