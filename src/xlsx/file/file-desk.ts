import type { CellWrite } from '../../workbook/cell-writes';
import type { OpenFile } from '../../workbook/file-port';
import { ANSWER_FIELDS } from '../../workbook/map';
import type { KnownResult } from '../../workbook/known-result';
import { idWrites, workbookIdOf } from '../../workbook/workbook-id';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { patchXlsx } from '../patch/patch-xlsx';
import { inWords } from '../read/unreadable';
import { datesTo1904 } from './date-system';
import type { FileCells } from './file-cells';
import { openedFile, type OpenedFile } from './opened-file';

/** What a change writes, and what whoever asked for it is told. */
export interface Plan<T> {
  readonly writes: readonly CellWrite[];
  readonly value: T;
  /** Called once it is written, before anything else is done. `seen` is what was last looked at by then. */
  readonly written?: (seen: FileCells | null) => void;
}

/** How often a change starts anew because somebody else wrote meanwhile: so many windows may answer at once. */
const MOST_TRIES = 10;

/** Reads and changes of one file, done one after the other in the order they came. */
export interface FileDesk {
  /** Looks at the file and gives what it holds now. */
  look<T>(use: (opened: OpenedFile) => Result<T>): Promise<Result<T>>;
  /**
   * Looks at the file, works out what to write, and writes it to the file at once: all of it or nothing. Where somebody
   * else writes meanwhile, it is worked out again on top of that. `seen` is what was last looked at when this was asked for.
   */
  change<T>(work: (cells: FileCells, seen: FileCells | null) => Result<Plan<T>>): Promise<Result<T>>;
  /** Calls back after the file's content became another one, by this desk or by anyone. Gives the way to stop. */
  watch(onChange: () => void): () => void;
  /** The id of the workbook as the file was last known; null where it has none. */
  workbookId(): string | null;
}

export interface FileDeskOptions {
  readonly file: OpenFile;
  readonly words: Words;
  /** What is known of the results of formulas once these writes are done. */
  readonly known: (cells: FileCells, writes: readonly CellWrite[]) => readonly KnownResult[];
  /** Gives the id of a workbook that has none when it is first written; without it that stays so. */
  readonly newId?: (() => string) | undefined;
}

/** The one place that reads and writes an open file. What it remembers is what the file was last known to hold. */
export function fileDesk({ file, words, known, newId }: FileDeskOptions): FileDesk {
  const inTurn = oneAtATime();
  const watchers = new Set<() => void>();
  let last: OpenedFile | null = null;
  let seen: FileCells | null = null;

  function remember(opened: OpenedFile): void {
    const changed = last !== null && !sameBytes(last.bytes, opened.bytes);
    last = opened;
    if (changed) watchers.forEach((tell) => tell());
  }

  async function fresh(): Promise<Result<OpenedFile>> {
    const read = await file.read();
    if (!read.ok) return read;
    if (last?.stamp === read.value.stamp) return success(last);
    const opened = openedFile(read.value, words);
    if (opened.ok) remember(opened.value);
    return opened;
  }

  async function write({ bytes, stamp }: OpenedFile, cells: FileCells, writes: readonly CellWrite[]) {
    const dated = cells.date1904 ? datesTo1904(writes, cells.map) : writes;
    const answers = ANSWER_FIELDS.flatMap((field) => cells.map.spot(`pointer.${field}`)?.sheet ?? []);
    const patched = patchXlsx(bytes, { writes: dated, known: known(cells, dated), answers }, words);
    if (!patched.ok) return patched;
    // Read before it is written: what could not be opened again never takes the place of what could.
    const next = openedFile({ bytes: patched.value, stamp: '' }, words);
    if (!next.ok) return next;
    const written = await file.write(patched.value, stamp);
    if (written.ok) {
      remember({ ...next.value, stamp: written.value });
      return success(undefined);
    }
    // Somebody else may have written meanwhile: the next look starts from what is there. Its own failure is told then.
    await fresh();
    return written;
  }

  async function changeOnce<T>(work: (cells: FileCells) => Result<Plan<T>>): Promise<Result<T>> {
    const opened = await fresh();
    if (!opened.ok) return opened;
    const { cells } = opened.value;
    if (!cells.ok) return cells;
    const plan = inWords(words, () => work(cells.value));
    if (!plan.ok) return plan;
    const { writes, value, written } = plan.value;
    const id = newId === undefined ? [] : idWrites(cells.value, newId, writes);
    const done =
      writes.length === 0 ? success(undefined) : await write(opened.value, cells.value, [...writes, ...id]);
    if (!done.ok) return done;
    written?.(seen);
    return success(value);
  }

  return {
    workbookId: () => (last === null ? null : workbookIdOf(last.state)),
    look: (use) =>
      inTurn(async () => {
        const opened = await fresh();
        if (opened.ok && opened.value.cells.ok) seen = opened.value.cells.value;
        // A sheet that is not ours is read when it is looked at.
        return opened.ok ? inWords(words, () => use(opened.value)) : opened;
      }),
    change(work) {
      const before = seen;
      return inTurn(async () => {
        for (let tries = 1; ; tries += 1) {
          const done = await changeOnce((cells) => work(cells, before));
          if (done.ok || done.failure.code !== 'changed-elsewhere' || tries === MOST_TRIES) return done;
        }
      });
    },
    watch: (onChange) => {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
  };
}

function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // Whoever asked for the last one sees how it ended; the next one only waits for its end.
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
