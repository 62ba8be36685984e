import { rawCell } from '../../src/excel/cell-content';
import type { SandboxBook } from '../../src/sandbox/host/sandbox-book';
import { areaAddress, cellAddress, columnName } from '../../src/workbook/address';
import type { Area } from '../../src/workbook/design';
import { RUBRIC, SCORECARD } from '../../src/workbook/layout';
import { inExcel, openExcel, openInserted, valueOf } from '../excel/open-excel';
import { jsp } from '../load-rubric';
import { copiesOf } from '../sandbox/copies-of';
import type { Act } from './act';
import type { Bench, Seen } from './bench';
import { filledChanges } from './filled-answers';
import type { Places } from './places';

let filled: Promise<() => SandboxBook> | null = null;

/** A filled workbook behind Microsoft's client, over the sandbox's engine. */
export async function sandboxBench(): Promise<Bench> {
  filled ??= filledBook();
  const { book, port } = await openExcel({}, await filled);
  return {
    apply: (act, places) => apply(book, act, places),
    look: async (places) => ({ ...(await lookAt(places)), read: await port.read() }),
    check: () => port.verify(),
    repair: (findings) => port.repair(findings),
  };
}

async function filledBook(): Promise<() => SandboxBook> {
  const { book, port } = await openInserted();
  valueOf(await port.write(filledChanges()));
  await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    for (const sheet of worksheets.items) {
      sheet.protection.unprotect();
      // The engine pastes nothing across the edge of frozen columns; Excel does.
      sheet.freezePanes.unfreeze();
    }
  });
  return copiesOf(book);
}

/** The cells and figures of the workbook that the client talks to. */
export async function lookAt({ names, pushed }: Places): Promise<Omit<Seen, 'read'>> {
  return inExcel(async (context) => {
    const at = (sheet: keyof Places['names'], area: Area) => {
      const down = { ...area, row: area.row + (pushed[sheet] ?? 0) };
      return context.workbook.worksheets.getItem(names[sheet]).getRange(areaAddress(down)).load('values');
    };
    const used = context.workbook.worksheets.getItem(names.assessment).getUsedRange(true);
    const whole = context.workbook.worksheets
      .getItem(names.assessment)
      .getRange('A1')
      .getBoundingRect(used)
      .load(['values', 'valueTypes']);
    const [scorecard, itemMean, roadmap, bytes] = [
      at('scorecard', SHOWN.scorecard),
      at('scorecard', SHOWN.itemMean),
      at('roadmap', SHOWN.roadmap),
      at('submission', SHOWN.bytes),
    ];
    await context.sync();
    const types = whole.valueTypes as string[][];
    return {
      cells: whole.values.map((row, r) => row.map((value, c) => rawCell(value, types[r]?.[c] ?? 'Empty'))),
      shown: {
        scorecard: scorecard.values,
        itemMean: itemMean.values[0]?.[0] as unknown,
        roadmap: roadmap.values.map(([id]) => id as unknown),
        bytes: bytes.values[0]?.[0] as unknown,
      },
    };
  });
}

/** Where the design shows what is compared. */
export const SHOWN = {
  scorecard: {
    row: SCORECARD.firstRow,
    column: SCORECARD.items,
    rows: jsp.domains.length + 1,
    columns: SCORECARD.invalid,
  },
  itemMean: { row: SCORECARD.tilesRow + 1, column: 14, rows: 1, columns: 1 },
  roadmap: { row: 4, column: RUBRIC.domain, rows: jsp.items.length, columns: 1 },
  bytes: { row: 4, column: 0, rows: 1, columns: 1 },
} as const satisfies Readonly<Record<string, Area>>;

async function apply(book: SandboxBook, act: Act, { names }: Places): Promise<boolean> {
  const name = names[act.sheet];
  const sheetId = book.findSheet(name) ?? '';
  const inSheet = (work: (sheet: Excel.Worksheet) => void) =>
    inExcel((context) => work(context.workbook.worksheets.getItem(name))).then(() => true);
  switch (act.kind) {
    case 'insert-rows':
      return inSheet((sheet) => void sheet.getRange(rowsOf(act)).insert('Down'));
    case 'delete-rows':
      return inSheet((sheet) => sheet.getRange(rowsOf(act)).delete('Up'));
    case 'hide-rows':
      return inSheet((sheet) => void (sheet.getRange(rowsOf(act)).rowHidden = true));
    case 'group-rows':
      return inSheet((sheet) => sheet.getRange(rowsOf(act)).group('ByRows'));
    case 'insert-column':
      return inSheet((sheet) => void sheet.getRange(columnOf(act)).insert('Right'));
    case 'delete-column':
      return inSheet((sheet) => sheet.getRange(columnOf(act)).delete('Left'));
    case 'rename':
      return book.userRenameSheet(name, act.name).ok;
    case 'paste':
      return book.userPaste(name, cellAddress(act.row, act.column), [[act.value ?? '']]).ok;
    case 'duplicate':
      return dispatched(book, 'DUPLICATE_SHEET', {
        sheetId,
        sheetIdTo: crypto.randomUUID(),
        sheetNameTo: act.name,
      });
    case 'sort':
      return book.userSort(name, areaAddress(act.area), columnName(act.column), !act.descending).ok;
    case 'move-rows': {
      const elements = Array.from({ length: act.count }, (_, i) => act.row + i);
      const move = { sheetId, sheetName: name, dimension: 'ROW', position: 'before' } as const;
      return dispatched(book, 'MOVE_COLUMNS_ROWS', { ...move, base: act.before, elements });
    }
    case 'cut':
    case 'copy':
      return pasted(book, sheetId, act);
  }
}

/** Selects, cuts or copies, and pastes, as the keys do. */
function pasted(book: SandboxBook, sheetId: string, act: Extract<Act, { kind: 'cut' | 'copy' }>): boolean {
  const { row, column, area, kind } = act;
  book.engine.ensure(sheetId, { ...zoneOf(area), bottom: row + area.rows });
  book.select(sheetId, zoneOf(area));
  const target = { top: row, bottom: row + area.rows - 1, left: column, right: column + area.columns - 1 };
  return (
    dispatched(book, kind === 'cut' ? 'CUT' : 'COPY', {}) && dispatched(book, 'PASTE', { target: [target] })
  );
}

function dispatched(book: SandboxBook, type: string, payload: object): boolean {
  const dispatch = book.model.dispatch as (type: string, payload: object) => { isSuccessful: boolean };
  return dispatch(type, payload).isSuccessful;
}

const zoneOf = ({ row, column, rows, columns }: Area) => ({
  top: row,
  bottom: row + rows - 1,
  left: column,
  right: column + columns - 1,
});
const rowsOf = ({ row, count }: { readonly row: number; readonly count: number }): string =>
  `${row + 1}:${row + count}`;
const columnOf = ({ column }: { readonly column: number }): string =>
  `${columnName(column)}:${columnName(column)}`;
