import { parseArgs } from 'node:util';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import type { Given, Options } from './command';

export interface ParsedCall {
  readonly files: readonly string[];
  readonly given: Given;
}

/** What every command takes beside its own options. */
export const EVERYWHERE: Options = {
  help: { type: 'boolean', help: 'help.optionHelp' },
  version: { type: 'boolean', help: 'help.optionVersion' },
};

/**
 * Sorts the arguments of a command. Fails in words that name the option: `option-unknown`, `option-empty` (a value is
 * missing; one that starts with a dash goes after `=`), `option-full` (one that takes no value has one).
 */
export function parseCall(args: readonly string[], options: Options, words: Words): Result<ParsedCall> {
  const known: Options = { ...options, ...EVERYWHERE };
  const config = Object.entries(known).map(([name, { type, multiple = false }]) => {
    return [name, { type, multiple, ...(name === 'help' ? { short: 'h' } : {}) }] as const;
  });
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(config),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = token.rawName;
    const one = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (one === undefined) return failed('option-unknown', words('cli.optionUnknown', { option }));
    if (one.type === 'boolean' && token.value !== undefined)
      return failed('option-full', words('cli.optionFull', { option }));
    const isEmpty = token.value === undefined || (!token.inlineValue && /^-./.test(token.value));
    if (one.type === 'string' && isEmpty) return failed('option-empty', words('cli.optionEmpty', { option }));
  }
  return success({ files: positionals, given: values });
}
