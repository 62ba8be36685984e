import type { Command, CommandTypes } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import { bounding, columnCount, rowCount, wholeSheet } from './area';
import type { Book } from './book';
import type { Permission } from './protection';
import { isLocked } from './protection';

/**
 * Whether protection lets a person do what the grid is about to do (Microsoft, "Lock or unlock specific areas of a
 * protected worksheet", and `Worksheet.Protect` of VBA: rows to be deleted and ranges to be sorted must be unlocked, whole).
 */
export function personMay(book: Book, command: Command): boolean {
  return permitted(book, command) && written(book, command).every((cells) => isOpen(book, cells));
}

interface Cells {
  readonly sheetId: string;
  readonly area: Area;
}

const isOpen = (book: Book, { sheetId, area }: Cells): boolean =>
  !book.hasSheet(sheetId) || !isLocked(book.notes(sheetId), area);

/** Whether what the person wants to do needs no permission, or one that the sheet's protection gives. */
function permitted(book: Book, command: Command): boolean {
  const sheetId = sheetOf(book, command);
  const protection = book.hasSheet(sheetId) ? book.notes(sheetId).protection : null;
  const permission = needed(command);
  return (
    protection === null || permission === undefined || (permission !== null && protection.options[permission])
  );
}

/** What a command needs on a protected sheet: nothing (undefined), a permission, or what no option allows (null). */
function needed(command: Command): Permission | null | undefined {
  switch (command.type) {
    case 'UPDATE_CELL':
      return command.content === undefined ? 'allowFormatCells' : undefined;
    case 'ADD_COLUMNS_ROWS':
      return command.dimension === 'ROW' ? 'allowInsertRows' : 'allowInsertColumns';
    case 'REMOVE_COLUMNS_ROWS':
      return command.dimension === 'ROW' ? 'allowDeleteRows' : 'allowDeleteColumns';
    case 'RESIZE_COLUMNS_ROWS':
    case 'HIDE_COLUMNS_ROWS':
    case 'UNHIDE_COLUMNS_ROWS':
      return command.dimension === 'ROW' ? 'allowFormatRows' : 'allowFormatColumns';
    default:
      return NEEDED[command.type];
  }
}

const NEEDED: Readonly<Partial<Record<CommandTypes, Permission | null>>> = {
  AUTORESIZE_ROWS: 'allowFormatRows',
  AUTORESIZE_COLUMNS: 'allowFormatColumns',
  SET_FORMATTING: 'allowFormatCells',
  SET_FORMATTING_WITH_PIVOT: 'allowFormatCells',
  SET_DECIMAL: 'allowFormatCells',
  CLEAR_FORMATTING: 'allowFormatCells',
  SET_ZONE_BORDERS: 'allowFormatCells',
  SET_BORDER: 'allowFormatCells',
  SET_BORDERS_ON_TARGET: 'allowFormatCells',
  ADD_CONDITIONAL_FORMAT: 'allowFormatCells',
  REMOVE_CONDITIONAL_FORMAT: 'allowFormatCells',
  CHANGE_CONDITIONAL_FORMAT_PRIORITY: 'allowFormatCells',
  UPDATE_FILTER: 'allowAutoFilter',
  SORT_CELLS: 'allowSort',
  CREATE_FIGURE: 'allowEditObjects',
  UPDATE_FIGURE: 'allowEditObjects',
  DELETE_FIGURE: 'allowEditObjects',
  CREATE_CHART: 'allowEditObjects',
  UPDATE_CHART: 'allowEditObjects',
  DELETE_CHART: 'allowEditObjects',
  CREATE_IMAGE: 'allowEditObjects',
  // A filter's criteria may be changed, but no filter put on or taken off.
  CREATE_TABLE: null,
  UPDATE_TABLE: null,
  RESIZE_TABLE: null,
  REMOVE_TABLE: null,
  ADD_MERGE: null,
  REMOVE_MERGE: null,
  ADD_DATA_VALIDATION_RULE: null,
  REMOVE_DATA_VALIDATION_RULE: null,
  MOVE_COLUMNS_ROWS: null,
  INSERT_CELL: null,
  DELETE_CELL: null,
  REMOVE_DUPLICATES: null,
  TRIM_WHITESPACE: null,
  SPLIT_TEXT_INTO_COLUMNS: null,
  // Groups can be neither made nor opened and closed; hiding and showing their columns is formatting.
  GROUP_HEADERS: null,
  UNGROUP_HEADERS: null,
  FOLD_HEADER_GROUP: null,
  UNFOLD_HEADER_GROUP: null,
  FOLD_ALL_HEADER_GROUPS: null,
  UNFOLD_ALL_HEADER_GROUPS: null,
  FOLD_HEADER_GROUPS_IN_ZONE: null,
  UNFOLD_HEADER_GROUPS_IN_ZONE: null,
};

/** The cells that have to be unlocked for a command, every one of them. */
function written(book: Book, command: Command): readonly Cells[] {
  const sheetId = sheetOf(book, command);
  const cells = (areas: readonly Area[]): Cells[] => areas.map((area) => ({ sheetId, area }));
  switch (command.type) {
    case 'UPDATE_CELL':
      return command.content === undefined ? [] : cells([cellArea(command)]);
    case 'CLEAR_CELL':
      return cells([cellArea(command)]);
    case 'DELETE_CONTENT':
    case 'DELETE_UNFILTERED_CONTENT':
    case 'CLEAR_CELLS':
    case 'TOGGLE_CHECKBOX':
      return cells(command.target);
    case 'CUT':
    case 'COPY_PASTE_CELLS_ABOVE':
    case 'COPY_PASTE_CELLS_ON_LEFT':
      return cells(book.engine.getters.getSelectedZones());
    case 'PASTE':
      return cells(command.target);
    case 'SORT_CELLS':
      return cells([command.zone]);
    case 'REMOVE_COLUMNS_ROWS':
      return cells(
        command.elements.map((at) =>
          command.dimension === 'ROW'
            ? { ...wholeSheet, top: at, bottom: at }
            : { ...wholeSheet, left: at, right: at },
        ),
      );
    case 'MOVE_RANGES':
      return [...cells(command.target), { sheetId: command.targetSheetId, area: landing(command) }];
    default:
      return [];
  }
}

type MoveRanges = Extract<Command, { type: 'MOVE_RANGES' }>;

/** Where cells that are cut are pasted. */
function landing({ target, row, col }: MoveRanges): Area {
  const cut = target.reduce<Area>((all, zone) => bounding(all, zone), target[0] ?? cellArea({ row, col }));
  return { top: row, left: col, bottom: row + rowCount(cut) - 1, right: col + columnCount(cut) - 1 };
}

const cellArea = ({ row, col }: { readonly row: number; readonly col: number }): Area => ({
  top: row,
  bottom: row,
  left: col,
  right: col,
});

/** What names no sheet is done on the one in view. */
const sheetOf = (book: Book, command: Command): string =>
  'sheetId' in command ? command.sheetId : book.engine.getters.getActiveSheetId();
