import type { Style } from '@odoo/o-spreadsheet';
import { invalidArgument } from './api-error';

const horizontals = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
];
const drawnHorizontals = new Map<string, Style['align']>([
  ['Left', 'left'],
  ['Center', 'center'],
  ['Right', 'right'],
]);
const verticals = { Top: 'top', Center: 'middle', Bottom: 'bottom' } as const;
const excelVerticals = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;

export function parseHorizontal(given: unknown): string {
  if (typeof given !== 'string' || !horizontals.includes(given)) throw invalidArgument();
  return given;
}

/** How the engine draws an alignment of Excel; those it does not know are drawn as `General`, which it writes as ''. */
export const engineHorizontal = (excel: string): Style =>
  ({ align: drawnHorizontals.get(excel) ?? '' }) as Style;

export function engineVertical(given: unknown): Style {
  if (given !== 'Top' && given !== 'Center' && given !== 'Bottom') throw invalidArgument();
  return { verticalAlign: verticals[given] };
}

export const excelVertical = (engine: NonNullable<Style['verticalAlign']>): string => excelVerticals[engine];

const underlines = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'];

export function parseUnderline(given: unknown): string {
  if (typeof given !== 'string' || !underlines.includes(given)) throw invalidArgument();
  return given;
}
