import { calledAs, COMMAND_NAME } from './called-as';
import type { Outcome } from './command';
import { COMMANDS, type Commands, type Entry } from './commands';
import { commandHelp, groupHelp, usageOf } from './help-text';
import { parseCall } from './parse-call';
import { loadShipped, type Shipped } from './shipped';

/** Runs what the arguments name, such as `['score', 'team.xlsx']`: prints its outcome, sets the exit code. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const shipped = loadShipped('en');
  const { out, error, code } = shipped.ok
    ? await inGroup(COMMANDS, [], args, shipped.value)
    : ({ error: shipped.failure.message, code: 1 } as const);
  if (out !== undefined) process.stdout.write(out);
  if (error !== undefined) process.stderr.write(`${error}\n`);
  process.exitCode = code;
}

async function inGroup(
  commands: Commands,
  path: readonly string[],
  [name, ...args]: readonly string[],
  shipped: Shipped,
): Promise<Outcome> {
  const help = groupHelp(commands, path, shipped);
  if (name === undefined) return { error: help, code: 2 };
  if (name === 'help') return inGroup(commands, path, [...args, '--help'], shipped);
  if (name === '--help' || name === '-h') return { out: `${help}\n`, code: 0 };
  if (name === '--version') return versionOf(shipped);
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) return strange(name, path, commands, shipped);
  const further = [...path, name];
  return 'commands' in entry
    ? inGroup(entry.commands, further, args, shipped)
    : call(entry, further, args, shipped);
}

async function call(
  { summary, load }: Extract<Entry, { load: unknown }>,
  path: readonly string[],
  args: readonly string[],
  shipped: Shipped,
): Promise<Outcome> {
  const command = await load();
  const help = commandHelp(command, summary, path, shipped);
  if (args.length === 0) return { error: help, code: 2 };
  const misused = (): Outcome => ({ error: usageOf(command, path, shipped), code: 2 });
  const parsed = parseCall(args, command.options, shipped.words);
  if (!parsed.ok) return { error: `${parsed.failure.message}\n${misused().error ?? ''}`, code: 2 };
  const { given } = parsed.value;
  if (given['help'] === true) return { out: `${help}\n`, code: 0 };
  if (given['version'] === true) return versionOf(shipped);
  return command.run({ shipped, ...parsed.value, misused });
}

function strange(name: string, path: readonly string[], commands: Commands, shipped: Shipped): Outcome {
  const { words } = shipped;
  const known = Object.keys(commands).join(', ');
  const key = name.startsWith('-') ? 'cli.optionUnknown' : 'cli.commandUnknown';
  const values = { option: name, name, known, command: calledAs(path, shipped) };
  return { error: `${words(key, values)}\n${words('help.groupUsage', values)}`, code: 2 };
}

const versionOf = ({ version }: Shipped): Outcome => ({ out: `${COMMAND_NAME} ${version}\n`, code: 0 });
