import { openExcel, valueOf } from '../excel/open-excel';
import { jspDesign } from '../oracles/design';
import { insertCellByCell } from './cell-by-cell';
import { timed, type Bench, type Measurement } from './measure';

/** The whole workbook through Microsoft's client: as the add-in inserts it, and cell by cell, in the same run. */
export const insertion: Bench = {
  title: 'Inserting the workbook through Office.js (sandbox host)',
  async run() {
    const ours = await openExcel();
    const fast = await timed(() => ours.port.insert(() => undefined));
    valueOf(fast.outcome);
    const fastCounts = counted('as the add-in does', fast.ms, ours.excel.counters);
    const naive = await openExcel();
    const slow = await timed(() =>
      naive.excel.Excel.run((context) => insertCellByCell(context, jspDesign())),
    );
    return [...fastCounts, ...counted('cell by cell', slow.ms, naive.excel.counters)];
  },
};

function counted(
  how: string,
  ms: number,
  counters: { readonly requests: number; readonly actions: readonly number[] },
): readonly Measurement[] {
  return [
    { what: how, value: counters.requests, unit: 'syncs' },
    { what: how, value: counters.actions.reduce((sum, count) => sum + count, 0), unit: 'operations' },
    { what: how, value: ms, unit: 'ms' },
  ];
}
