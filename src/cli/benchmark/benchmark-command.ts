import type { CommandCall, Options, Outcome } from '../command';

/** Where a service keeps what it has: options of every command of the operator. */
export const PLACE_OPTIONS: Options = {
  data: { type: 'string', value: 'help.valueDir', help: 'help.data' },
  database: { type: 'string', value: 'help.valueDatabase', help: 'help.database' },
};

/** `--cycle` and `--json` mean the same wherever they are. */
export const CYCLE_OPTION: Options = {
  cycle: { type: 'string', value: 'help.valueName', help: 'help.cycle' },
};
export const JSON_OPTION: Options = { json: { type: 'boolean', help: 'help.json' } };

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
