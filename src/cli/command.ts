import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Failure, Result } from '../words/result';
import { failed, success } from '../words/result';
import { loadShipped, type Shipped } from './shipped';

/** What a command did: text for standard output and error, and the exit code. */
export interface Outcome {
  readonly out?: string | Uint8Array;
  readonly error?: string;
  /** 0 done; 1 refused, in words; 2 the command was called wrongly. */
  readonly code: 0 | 1 | 2;
}

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CommandCall {
  readonly shipped: Shipped;
  readonly files: readonly string[];
  readonly given: Given;
  /** Calls the command wrong, with its usage line. */
  readonly misused: () => Outcome;
}

/** What a command makes of its arguments. */
export type Command = (call: CommandCall) => Outcome | Promise<Outcome>;

/** The outcome of a command that could not do what it was asked. */
export const refused = ({ message }: Failure): Outcome => ({ error: message, code: 1 });

/** Runs a command of the command line: parses its arguments, prints its outcome, sets the exit code. */
export async function runCommand(
  usage: (shipped: Shipped) => string,
  options: Options,
  command: Command,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const shipped = loadShipped('en');
  if (!shipped.ok) {
    finish({ error: shipped.failure.message, code: 1 });
    return;
  }
  const misused = (): Outcome => ({ error: usage(shipped.value), code: 2 });
  const parsed = parse(args, options);
  finish(parsed === null ? misused() : await command({ shipped: shipped.value, ...parsed, misused }));
}

function parse(args: readonly string[], options: Options): { files: readonly string[]; given: Given } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { files: positionals, given: values as Given };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return null;
    throw error;
  }
}

function finish({ out, error, code }: Outcome): void {
  if (out !== undefined) process.stdout.write(out);
  if (error !== undefined) process.stderr.write(`${error}\n`);
  process.exitCode = code;
}

/** The bytes of a file; a file that is not there or cannot be read is a failure in words. */
export function readFile(file: string, { words }: Shipped): Result<Buffer> {
  try {
    return success(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return failed('file-unreadable', words('cli.fileUnreadable', { file, reason: String(error.code) }));
  }
}
