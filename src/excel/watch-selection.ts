import type { ItemId } from '../rubric/schema';
import { success, type Result } from '../words/result';
import { coalesced, removeHandles, type Schedule } from './watch-answers';

/**
 * Calls back with the item of the selected row whenever something is selected, and once at the start. Cells and tabs
 * are watched (`worksheets.onSelectionChanged`, ExcelApi 1.9; `onActivated`, 1.7); `look` says what is selected.
 */
export async function watchSelection(
  context: Excel.RequestContext,
  look: () => Promise<Result<ItemId | null>>,
  onSelect: (item: ItemId | null) => void,
  debounceMs: number,
  schedule: Schedule,
): Promise<Result<() => Promise<void>>> {
  let stopped = false;
  const tell = async () => {
    const item = await look();
    if (!stopped && item.ok) onSelect(item.value);
  };
  const moves = coalesced(() => void tell(), debounceMs, schedule);
  const ask = () => {
    moves.ask();
    return Promise.resolve();
  };
  const { worksheets } = context.workbook;
  const handles = [worksheets.onSelectionChanged.add(ask), worksheets.onActivated.add(ask)];
  await context.sync();
  moves.ask();
  return success(async () => {
    stopped = true;
    moves.stop();
    await removeHandles(handles);
  });
}
