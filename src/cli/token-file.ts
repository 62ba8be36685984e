import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type TokenRecord, tokenRecordSchema } from '../submission/record';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { replaceFile } from './replace-file';

const tokensSchema = z.array(tokenRecordSchema);
const tokenFileOf = (file: string): string => `${file}.tokens.json`;

/** The blind tokens kept beside a file, oldest first. A damaged list is a failure: a token in it may be paid for. */
export function readTokens(file: string, words: Words): Result<readonly TokenRecord[]> {
  const kept = tokenFileOf(file);
  if (!existsSync(kept)) return success([]);
  const damaged = () => failed('records-damaged', words('cli.recordsDamaged', { file: kept }));
  try {
    const parsed = tokensSchema.safeParse(JSON.parse(readFileSync(kept, 'utf8')));
    return parsed.success ? success(parsed.data) : damaged();
  } catch (error) {
    if (error instanceof SyntaxError) return damaged();
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return failed('file-unreadable', words('cli.fileUnreadable', { file: kept, reason: error.message }));
  }
}

/** Keeps a token in the place of the one with its nullifier. */
export function keepToken(file: string, token: TokenRecord, words: Words): Result<void> {
  const known = readTokens(file, words);
  if (!known.ok) return known;
  const others = known.value.filter(({ nullifier }) => nullifier !== token.nullifier);
  return replaceFile(tokenFileOf(file), [...others, token], words);
}
