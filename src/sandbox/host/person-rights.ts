import type { Command } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import type { Book } from './book';
import type { Permission } from './protection';
import { isLocked } from './protection';

/** Whether protection lets a person do what the grid is about to do. */
export function personMay(book: Book, command: Command): boolean {
  if (!('sheetId' in command) || !book.hasSheet(command.sheetId)) return true;
  const notes = book.notes(command.sheetId);
  if (notes.protection === null) return true;
  const { options } = notes.protection;
  const unlocked = (areas: readonly Area[]): boolean => areas.every((area) => !isLocked(notes, area));
  switch (command.type) {
    case 'UPDATE_CELL':
      return command.content === undefined
        ? options.allowFormatCells
        : unlocked([{ top: command.row, bottom: command.row, left: command.col, right: command.col }]);
    case 'CLEAR_CELL':
      return unlocked([{ top: command.row, bottom: command.row, left: command.col, right: command.col }]);
    case 'DELETE_CONTENT':
    case 'CLEAR_CELLS':
      return unlocked(command.target);
    default: {
      const permission = needed(command);
      return permission === undefined || (permission !== null && options[permission]);
    }
  }
}

/** What a command needs on a protected sheet: nothing (undefined), a permission, or what no option allows (null). */
function needed(command: Command): Permission | null | undefined {
  switch (command.type) {
    case 'ADD_COLUMNS_ROWS':
      return command.dimension === 'ROW' ? 'allowInsertRows' : 'allowInsertColumns';
    case 'REMOVE_COLUMNS_ROWS':
      return command.dimension === 'ROW' ? 'allowDeleteRows' : 'allowDeleteColumns';
    case 'RESIZE_COLUMNS_ROWS':
    case 'HIDE_COLUMNS_ROWS':
    case 'UNHIDE_COLUMNS_ROWS':
      return command.dimension === 'ROW' ? 'allowFormatRows' : 'allowFormatColumns';
    case 'SET_FORMATTING':
    case 'CLEAR_FORMATTING':
    case 'SET_ZONE_BORDERS':
    case 'SET_BORDERS_ON_TARGET':
      return 'allowFormatCells';
    case 'UPDATE_FILTER':
      return 'allowAutoFilter';
    case 'SORT_CELLS':
      return 'allowSort';
    case 'ADD_MERGE':
    case 'REMOVE_MERGE':
    case 'ADD_CONDITIONAL_FORMAT':
    case 'REMOVE_CONDITIONAL_FORMAT':
    case 'ADD_DATA_VALIDATION_RULE':
    case 'REMOVE_DATA_VALIDATION_RULE':
    case 'CREATE_TABLE':
    case 'CREATE_CHART':
    case 'UPDATE_CHART':
    case 'DELETE_FIGURE':
    case 'MOVE_RANGES':
      return null;
    default:
      return undefined;
  }
}
