import { openExcel, valueOf } from '../excel/open-excel';
import { jspDesign } from '../oracles/design';
import { insertCellByCell } from './cell-by-cell';
import { figure, timed, type Bench } from './measure';

/** The whole workbook through Microsoft's client: as the add-in inserts it, and cell by cell, in the same run. */
export const insertion: Bench = {
  title: 'Inserting the workbook',
  needs: [],
  async run() {
    const ours = await openExcel();
    const fast = await timed(() => ours.port.insert(() => undefined));
    valueOf(fast.outcome);
    const [fastSyncs, fastOperations] = counted(ours.excel.counters);
    const naive = await openExcel();
    const slow = await timed(() =>
      naive.excel.Excel.run((context) => insertCellByCell(context, jspDesign())),
    );
    const [slowSyncs, slowOperations] = counted(naive.excel.counters);
    const row = (what: string, unit: 'count' | 'ms', one: number, other: number) => [
      what,
      figure(one, unit),
      figure(other, unit),
      figure(other / one, 'x'),
    ];
    return [
      {
        columns: [
          'inserting the whole workbook',
          'as the add-in does',
          'cell by cell',
          'cell by cell, as a multiple',
        ],
        rows: [
          row('syncs', 'count', fastSyncs, slowSyncs),
          row('operations', 'count', fastOperations, slowOperations),
          row('time, one run', 'ms', fast.ms, slow.ms),
        ],
      },
    ];
  },
};

function counted(counters: {
  readonly requests: number;
  readonly actions: readonly number[];
}): readonly [syncs: number, operations: number] {
  return [counters.requests, counters.actions.reduce((sum, count) => sum + count, 0)];
}
