import { success, type Result } from '../words/result';
import type { WorkbookMap } from '../workbook/map';
import { writtenSheets } from './answer-block';

/** Runs something once after some milliseconds; gives the way to call it off. */
export type Schedule = (run: () => void, ms: number) => () => void;

/** Calls `run` once for all calls of `ask` within `ms` of the first of them. */
export function coalesced(run: () => void, ms: number, schedule: Schedule) {
  let callOff: (() => void) | null = null;
  return {
    ask(): void {
      callOff ??= schedule(() => {
        callOff = null;
        run();
      }, ms);
    },
    stop(): void {
      callOff?.();
      callOff = null;
    },
  };
}

/** What adding an event handler gives. */
interface Handle {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

/** Takes event handlers off again, in the context that they were made in. */
export async function removeHandles(handles: readonly Handle[]): Promise<void> {
  const context = handles[0]?.context;
  if (context === undefined) return;
  await Excel.run(context, async (same) => {
    for (const handle of handles) handle.remove();
    await same.sync();
  });
}

/**
 * Calls back, at most every `debounceMs`, after cells of the sheets that people write on changed: by this person, another one or
 * this add-in (`onChanged`, ExcelApi 1.7). Nothing is read or written in the handler: it runs for every co-author.
 */
export async function watchAnswers(
  context: Excel.RequestContext,
  map: WorkbookMap,
  onChange: () => void,
  debounceMs: number,
  schedule: Schedule,
): Promise<Result<() => Promise<void>>> {
  const changes = coalesced(onChange, debounceMs, schedule);
  const ask = () => {
    changes.ask();
    return Promise.resolve();
  };
  const handles = writtenSheets(map).map((name) =>
    context.workbook.worksheets.getItem(name).onChanged.add(ask),
  );
  await context.sync();
  return success(async () => {
    changes.stop();
    await removeHandles(handles);
  });
}
