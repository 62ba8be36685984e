import type { SheetId } from '../workbook/design';

/** Sheets that only show what others hold: they can be drawn again without losing anything. */
export const REDRAWABLE: ReadonlySet<SheetId> = new Set([
  'scorecard',
  'roadmap',
  'benchmark',
  'submission',
  'rubric',
]);
