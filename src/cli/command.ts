import { readFileSync } from 'node:fs';
import type { Failure, Result } from '../words/result';
import { failed, success } from '../words/result';
import type { WordKey } from '../words/words';
import type { Shipped } from './shipped';

/** What a command did: text for standard output and error, and the exit code. */
export interface Outcome {
  readonly out?: string | Uint8Array;
  readonly error?: string;
  /** 0 done; 1 refused or something is wrong, in words; 2 the command was called wrongly. */
  readonly code: 0 | 1 | 2;
}

/** An option of a command, and what `--help` says of it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** May be given several times. */
  readonly multiple?: boolean;
  /** What stands for its value in the help, such as FILE. */
  readonly value?: WordKey;
  readonly help: WordKey;
}

export type Options = Readonly<Record<string, CommandOption>>;
export type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CommandCall {
  readonly shipped: Shipped;
  readonly files: readonly string[];
  readonly given: Given;
  /** Calls the command wrong, with its usage line. */
  readonly misused: () => Outcome;
}

/** A command of the command line, such as `score` or `benchmark serve`. */
export interface Command {
  /** How it is called; `{command}` stands for how it was started. */
  readonly usage: WordKey;
  /** What else there is to know, below the usage. */
  readonly about?: WordKey;
  readonly options: Options;
  /** What exit code 1 means here, where it is more than a refusal. */
  readonly exitOne?: WordKey;
  readonly run: (call: CommandCall) => Outcome | Promise<Outcome>;
}

/** The outcome of a command that could not do what it was asked. */
export const refused = ({ message }: Failure): Outcome => ({ error: message, code: 1 });

/** The bytes of a file; a file that is not there or cannot be read is a failure in words. */
export function readFile(file: string, { words }: Shipped): Result<Buffer> {
  try {
    return success(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return failed('file-unreadable', words('cli.fileUnreadable', { file, reason: String(error.code) }));
  }
}
