import type { Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { Change } from '../../workbook/port';
import { asked } from './asked';
import { cellOf, type Saving } from './pane-state';

export interface Saver {
  write(changes: readonly Change[]): Promise<boolean>;
}

interface SaverParts {
  readonly words: Words;
  readonly send: (changes: readonly Change[]) => Promise<Result<void>>;
  readonly readBack: () => Promise<void>;
  readonly saving: () => Saving;
  readonly set: (saving: Saving) => void;
}

/** Sends changes one after another in the order they were made, and keeps what was refused until it is written. */
export function createSaver({ words, send, readBack, saving, set }: SaverParts): Saver {
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function writeNow(changes: readonly Change[]): Promise<boolean> {
    const written = await asked(words, () => send(changes));
    // Writing the same over a note that changed would be refused again: its writer decides anew, over what is there now.
    const again = !written.ok && written.failure.code === 'note-changed';
    if (written.ok || again) await readBack();
    waiting -= 1;
    const cells = new Set(changes.map(cellOf));
    const refusedBefore = saving().refused.filter((change) => !cells.has(cellOf(change)));
    const busy = waiting > 0;
    if (again) {
      set({ ...saving(), busy, saved: new Set() });
      return false;
    }
    if (!written.ok) {
      set({ busy, saved: new Set(), refused: [...refusedBefore, ...changes], failure: written.failure });
      return false;
    }
    const failure = refusedBefore.length > 0 ? saving().failure : null;
    set({ busy, saved: cells, refused: refusedBefore, failure });
    return true;
  }

  return {
    write(changes) {
      waiting += 1;
      set({ ...saving(), busy: true });
      const done = queue.then(() => writeNow(changes));
      queue = done;
      return done;
    },
  };
}
