import type { RawCell } from '../../src/assessment/assessment';
import { excelWorkbook, type ExcelWorkbookOptions } from '../../src/excel/excel-workbook';
import type { Schedule } from '../../src/excel/watch-answers';
import type { WorkbookDesign } from '../../src/workbook/design';
import type { SheetNames } from '../../src/workbook/sheet-names';
import type { WorkbookPort } from '../../src/workbook/port';
import type { Result } from '../../src/words/result';
import { english } from '../load-words';
import { jspDesign } from '../oracles/design';
import type { SandboxBook } from '../../src/sandbox/host/sandbox-book';
import { onceARun } from '../run/once-a-run';
import { contentOf, copiesFrom } from '../sandbox/copies-of';
import { spreadsheetLibrary, withExcel } from '../sandbox/load-excel';

/** Work that waits until a test says that its time has come. */
export class Clock {
  readonly #waiting = new Map<number, () => void>();
  #next = 0;
  readonly schedule: Schedule = (run) => {
    const id = this.#next++;
    this.#waiting.set(id, run);
    return () => void this.#waiting.delete(id);
  };
  get waiting(): number {
    return this.#waiting.size;
  }
  /** Runs everything that waits. */
  pass(): void {
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const run of due) run();
  }
}

export const designFor = (names: SheetNames) => Promise.resolve(jspDesign({ names }));

/** The same cells, rules and protection without the looks, which take the sandbox's engine most of its time. */
const plainDesignFor = async (names: SheetNames): Promise<WorkbookDesign> => {
  const design = await designFor(names);
  const sheets = design.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ style: { unlocked, numberFormat }, ...cell }) => ({
      ...cell,
      style: { ...(unlocked && { unlocked }), ...(numberFormat !== undefined && { numberFormat }) },
    })),
    conditionalFormats: [],
    charts: [],
  }));
  return { ...design, sheets };
};

/** A workbook in the sandbox host, an empty one unless given, behind Microsoft's client, and our port on it. */
export async function openExcel(
  change: Partial<ExcelWorkbookOptions> = {},
  copy: (() => SandboxBook) | null = null,
) {
  const excel = await withExcel();
  const book = copy === null ? excel.reset() : excel.reset(copy());
  const clock = new Clock();
  const options: ExcelWorkbookOptions = {
    design: designFor,
    words: english,
    debounceMs: 250,
    supports: () => true,
    schedule: clock.schedule,
    ...change,
  };
  return { excel, book, clock, port: excelWorkbook(options) };
}

/** The same with our workbook inserted here and now, by default without its looks, and the counters at 0. */
export async function openInserting(change: Partial<ExcelWorkbookOptions> = {}) {
  const opened = await openExcel({ design: plainDesignFor, ...change });
  valueOf(await opened.port.insert(() => undefined));
  opened.excel.counters.requests = 0;
  opened.excel.counters.actions.length = 0;
  return opened;
}

let inserted: Promise<() => SandboxBook> | null = null;

/** A copy of our workbook as inserted without its looks, for what only needs one to be there. */
export async function openInserted(change: Omit<Partial<ExcelWorkbookOptions>, 'design'> = {}) {
  inserted ??= onceARun('inserted-without-looks.json', () =>
    openInserting().then(({ book }) => contentOf(book)),
  ).then((text) => copiesFrom(spreadsheetLibrary, text));
  return openExcel({ design: plainDesignFor, ...change }, await inserted);
}

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

export function failureCode(result: Result<unknown>): string | null {
  return result.ok ? null : result.failure.code;
}

/** Does something in Excel as any add-in or person could, through the real client. */
export function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T> | T): Promise<T> {
  return Excel.run(async (context) => {
    const result = await batch(context);
    await context.sync();
    return result;
  });
}

export const itemsOf = (port: WorkbookPort) =>
  port.read().then((read) => new Map(valueOf(read).rows.map((row) => [row.id, row])));

/** The text of a cell that holds text. */
export function textOf(cell: RawCell): string {
  if (typeof cell !== 'string') throw new Error(`Not a text: ${JSON.stringify(cell)}`);
  return cell;
}
