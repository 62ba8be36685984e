import type { WordKey, Words } from '../words/words';
import { calledAs } from './called-as';
import type { Command, Options } from './command';
import type { Commands } from './commands';
import { EVERYWHERE } from './parse-call';
import type { Shipped } from './shipped';

/** The usage lines of a command, as it was started. */
export const usageOf = ({ usage }: Command, path: readonly string[], shipped: Shipped): string =>
  shipped.words(usage, { command: calledAs(path, shipped) });

/** All of the help of a command: what it does, how it is called, its options, its exit codes. */
export function commandHelp(
  command: Command,
  summary: WordKey,
  path: readonly string[],
  shipped: Shipped,
): string {
  const { words } = shipped;
  return [
    words(summary),
    '',
    usageOf(command, path, shipped),
    ...(command.about ? [words(command.about)] : []),
    '',
    words('help.options'),
    ...table(optionLines({ ...command.options, ...EVERYWHERE }, words)),
    '',
    ...exitLines(words, command.exitOne),
  ].join('\n');
}

/** The help of a group: its commands, and the exit codes that all of them share. */
export function groupHelp(commands: Commands, path: readonly string[], shipped: Shipped): string {
  const { words } = shipped;
  const lines = Object.entries(commands).map(([name, { summary }]) => [name, words(summary)] as const);
  return [
    words('help.groupUsage', { command: calledAs(path, shipped) }),
    '',
    ...table([...lines, ...optionLines(EVERYWHERE, words)]),
    '',
    words('help.groupMore', { command: calledAs(path, shipped) }),
    '',
    ...exitLines(words),
  ].join('\n');
}

type Line = readonly [name: string, text: string];

const optionLines = (options: Options, words: Words): Line[] =>
  Object.entries(options).map(([name, { value, help }]) => [
    `--${name}${value ? ` ${words(value)}` : ''}`,
    words(help),
  ]);

function exitLines(words: Words, one: WordKey = 'help.exitOne'): string[] {
  const lines: Line[] = [
    ['0', words('help.exitZero')],
    ['1', words(one)],
    ['2', words('help.exitTwo')],
  ];
  return [words('help.exitCodes'), ...table(lines)];
}

function table(lines: readonly Line[]): string[] {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
