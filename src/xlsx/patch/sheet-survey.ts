import type { Area } from '../../workbook/design';
import { type RowPlace, scanSheet, type SheetFrame } from './sheet-scanner';
import type { SheetValues } from './sheet-values';

export interface SheetText {
  readonly name: string;
  readonly part: string;
  readonly xml: string;
}

/** What has to be known of a worksheet before some of its rows are written to. */
export interface SheetSurvey {
  readonly frame: SheetFrame;
  /** The rows to write to that are there, and the two above each. */
  readonly rows: ReadonlyMap<number, RowPlace>;
  /** Where a row that is not there belongs, if rows follow it. */
  readonly gaps: ReadonlyMap<number, number>;
  /** What array formulas and data tables fill. */
  readonly fills: readonly Area[];
}

export function surveySheet({ xml, part }: SheetText, values: SheetValues): SheetSurvey {
  const near = new Set([...values.keys()].flatMap((row) => [row - 2, row - 1, row]));
  const coming = [...values.keys()].sort((a, b) => b - a);
  const rows = new Map<number, RowPlace>();
  const gaps = new Map<number, number>();
  const fills: Area[] = [];
  const frame = scanSheet(xml, part, (row) => {
    for (let next = coming.at(-1); next !== undefined && next <= row.row; next = coming.at(-1)) {
      if (next < row.row) gaps.set(next, row.start);
      coming.pop();
    }
    if (near.has(row.row)) rows.set(row.row, row);
    for (const { formula } of row.cells) if (formula?.fills) fills.push(formula.fills);
  });
  return { frame, rows, gaps, fills };
}
