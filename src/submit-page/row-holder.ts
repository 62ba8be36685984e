import { canonicalJson } from '../submission/canonical';
import { type HandedRow, readRow } from '../submission/read-row';
import type { RecordShelf, RowSource } from '../pane/submit/submit-parts';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

/** The row that was handed in last, until the page is loaded again. */
export interface RowHolder {
  readonly row: () => HandedRow | null;
  readonly put: (row: HandedRow | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function rowHolder(): RowHolder {
  let held: HandedRow | null = null;
  const listeners = new Set<() => void>();
  return {
    row: () => held,
    put(row) {
      held = row;
      listeners.forEach((tell) => tell());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Rows that were handed in; where none was since the page was loaded, the one that waits in this browser. `held` is the
 * row of now: another one makes another source, so that the views look again. Fails: `row-missing`, `row-other-cycle`.
 */
export function handedSource(
  held: HandedRow | null,
  {
    holder,
    shelf,
    words,
  }: { readonly holder: RowHolder; readonly shelf: RecordShelf; readonly words: Words },
): RowSource {
  return {
    async make(cycle) {
      const handed = holder.row() ?? (await waitingRow(cycle, shelf, words));
      if (handed === null) return failed('row-missing', words('handover.rowMissing'));
      if (handed.row.cycle === cycle) return success(handed.row);
      const values = { open: cycle, cycle: handed.row.cycle };
      return failed('row-other-cycle', words('handover.rowOtherCycle', values));
    },
    differs: ({ bytes }) => held !== null && canonicalJson(held.row) !== bytes,
  };
}

async function waitingRow(cycle: string, shelf: RecordShelf, words: Words): Promise<HandedRow | null> {
  const records = await shelf.submissions();
  if (!records.ok) return null;
  const waiting = records.value.findLast((record) => record.cycle === cycle && record.state === 'waiting');
  const row = waiting && readRow(waiting.bytes, words);
  return row?.ok ? row.value : null;
}
