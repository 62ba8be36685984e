import * as z from 'zod/mini';
import {
  type SubmissionRecord,
  submissionRecordSchema,
  type TokenRecord,
  tokenRecordSchema,
} from '../submission/record';
import type { RecordShelf } from '../pane/submit/submit-parts';
import { preparedElsewhere } from '../submission/settle';
import { failed, type Result, success } from '../words/result';
import type { Words } from '../words/words';

const ROWS = 'jsp-benchmark/submissions';
const TOKENS = 'jsp-benchmark/tokens';

/** What this browser keeps for the page, until a person has the record file and says so. */
export interface BrowserShelf extends RecordShelf {
  /** Deletes a row and the token that it went with. */
  forget(record: SubmissionRecord): Result<void>;
}

/**
 * Rows and tokens in the browser's own storage. Each write is there before its promise resolves. What cannot be read is
 * never written over. Fails in words: `shelf-damaged`, `shelf-refused` (no room, or forbidden).
 */
export function browserShelf(storage: Storage, words: Words): BrowserShelf {
  const rows = list<SubmissionRecord>(ROWS, z.array(submissionRecordSchema));
  const tokens = list<TokenRecord>(TOKENS, z.array(tokenRecordSchema));

  function list<T extends { readonly nullifier: string }>(key: string, schema: z.ZodMiniType<T[]>) {
    const damaged = () => failed('shelf-damaged', words('handover.shelfDamaged'));
    function read(): Result<readonly T[]> {
      const text = storage.getItem(key);
      if (text === null) return success([]);
      try {
        const parsed = schema.safeParse(JSON.parse(text));
        return parsed.success ? success(parsed.data) : damaged();
      } catch (error) {
        if (error instanceof SyntaxError) return damaged();
        throw error;
      }
    }
    function change(by: (held: readonly T[]) => readonly T[]): Result<void> {
      const held = read();
      if (!held.ok) return held;
      const next = by(held.value);
      return attempt(() =>
        next.length === 0 ? storage.removeItem(key) : storage.setItem(key, JSON.stringify(next)),
      );
    }
    return {
      read,
      save: (one: T) => change((held) => placed(held, one)),
      drop: (nullifier: string) => change((held) => held.filter((other) => other.nullifier !== nullifier)),
    };
  }

  function attempt(write: () => void): Result<void> {
    try {
      write();
      return success(undefined);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return failed('shelf-refused', words('handover.shelfRefused', { reason: error.name }));
    }
  }

  return {
    submissions: () => Promise.resolve(rows.read()),
    saveSubmission(record, seen) {
      const held = rows.read();
      if (held.ok && seen !== undefined && preparedElsewhere(held.value, record, seen) !== undefined) {
        return Promise.resolve(failed('prepared-elsewhere', words('pane.preparedElsewhere')));
      }
      return Promise.resolve(rows.save(record));
    },
    dropSubmission: ({ nullifier }) => Promise.resolve(rows.drop(nullifier)),
    tokens: () => Promise.resolve(tokens.read()),
    saveToken: (token) => Promise.resolve(tokens.save(token)),
    forget({ nullifier }) {
      const forgotten = rows.drop(nullifier);
      return forgotten.ok ? tokens.drop(nullifier) : forgotten;
    },
  };
}

/** The list with `one` in the place of the one with its key, or at its end. */
function placed<T extends { readonly nullifier: string }>(held: readonly T[], one: T): readonly T[] {
  const at = held.findIndex(({ nullifier }) => nullifier === one.nullifier);
  return at < 0 ? [...held, one] : held.with(at, one);
}

/** A storage says no by a DOMException: QuotaExceededError, SecurityError. */
const isRefusal = (error: unknown): error is DOMException =>
  Object.prototype.toString.call(error) === '[object DOMException]';
