import { accessDenied } from './api-error';
import type { Area } from './area';
import type { SheetNotes } from './sheet-notes';

/** `Excel.WorksheetProtectionOptions`; what is absent is not allowed, except selecting. */
export interface ProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectionMode: string;
}

const nothingAllowed: ProtectionOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export type Permission = Exclude<keyof ProtectionOptions, 'selectionMode'>;

export const protectionOptions = (given: unknown): ProtectionOptions => ({
  ...nothingAllowed,
  ...(typeof given === 'object' ? given : {}),
});

/** On a protected sheet only unlocked cells may be written; anything else is AccessDenied, and nothing is written. */
export function mayWrite(notes: SheetNotes, area: Area): void {
  if (isLocked(notes, area)) throw accessDenied();
}

/** Whether protection keeps some cell of an area from being written. */
export const isLocked = (notes: SheetNotes, area: Area): boolean =>
  notes.protection !== null && notes.locked.values(area).has(true);

/** Anything but cell contents needs its permission on a protected sheet, or none may do it. */
export function mayDo(notes: SheetNotes, permission: Permission | null): void {
  if (notes.protection === null) return;
  if (permission === null || !notes.protection.options[permission]) throw accessDenied();
}
