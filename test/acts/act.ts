import type { RawCell } from '../../src/assessment/assessment';
import { areaAddress, cellAddress } from '../../src/workbook/address';
import type { Area, SheetId } from '../../src/workbook/design';

/** One thing that a person does to a workbook whose protection is off. Rows and columns are 0-based. */
export type Act =
  | {
      readonly kind: 'insert-rows' | 'delete-rows' | 'hide-rows' | 'group-rows';
      readonly sheet: SheetId;
      readonly row: number;
      readonly count: number;
    }
  | { readonly kind: 'insert-column' | 'delete-column'; readonly sheet: SheetId; readonly column: number }
  | {
      readonly kind: 'sort';
      readonly sheet: SheetId;
      readonly area: Area;
      readonly column: number;
      readonly descending: boolean;
    }
  /** Cut or copied cells, pasted with their first cell at a place. */
  | {
      readonly kind: 'cut' | 'copy';
      readonly sheet: SheetId;
      readonly area: Area;
      readonly row: number;
      readonly column: number;
    }
  /** Rows cut and inserted before another row: everything in them moves. */
  | {
      readonly kind: 'move-rows';
      readonly sheet: SheetId;
      readonly row: number;
      readonly count: number;
      readonly before: number;
    }
  /** A value pasted over a cell from elsewhere, with no validation asked. */
  | {
      readonly kind: 'paste';
      readonly sheet: SheetId;
      readonly row: number;
      readonly column: number;
      readonly value: Exclude<RawCell, object>;
    }
  | { readonly kind: 'rename' | 'duplicate'; readonly sheet: SheetId; readonly name: string };

/** An act in a few words, with its places as a person sees them. */
export function inWords(act: Act): string {
  const about = `${act.kind} on ${act.sheet}:`;
  switch (act.kind) {
    case 'insert-rows':
    case 'delete-rows':
    case 'hide-rows':
    case 'group-rows':
      return `${about} ${act.count} from row ${act.row + 1}`;
    case 'insert-column':
    case 'delete-column':
      return `${about} at ${cellAddress(0, act.column).slice(0, -1)}`;
    case 'sort': {
      const key = cellAddress(0, act.column).slice(0, -1);
      return `${about} ${areaAddress(act.area)} by ${key}${act.descending ? ' descending' : ''}`;
    }
    case 'cut':
    case 'copy':
      return `${about} ${areaAddress(act.area)} to ${cellAddress(act.row, act.column)}`;
    case 'move-rows':
      return `${about} ${act.count} from row ${act.row + 1} before row ${act.before + 1}`;
    case 'paste':
      return `${about} ${JSON.stringify(act.value)} into ${cellAddress(act.row, act.column)}`;
    case 'rename':
    case 'duplicate':
      return `${about} ${act.name}`;
  }
}
