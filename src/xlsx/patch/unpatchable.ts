import { cellAddress } from '../../workbook/address';
import { failed, type Result } from '../../words/result';
import type { Words } from '../../words/words';

/** Why a file that can be read is not changed; each has its sentence in the catalogue. */
export type UnpatchableCode = 'formula' | 'array' | 'merged' | 'signed' | 'long-text' | 'unusual';

/** Thrown where it is met, deep inside a part, and turned into a failure at the room's door. */
export class Unpatchable extends Error {
  constructor(
    readonly code: UnpatchableCode,
    readonly place: { readonly cell?: string; readonly sheet?: string; readonly part?: string } = {},
  ) {
    super(`${code}: ${place.part ?? `${place.sheet ?? ''} ${place.cell ?? ''}`}`);
  }
}

/** A refusal for a cell, 0-based. */
export const cellRefused = (code: UnpatchableCode, sheet: string, row: number, column: number): Unpatchable =>
  new Unpatchable(code, { sheet, cell: cellAddress(row, column) });

const KEYS = {
  formula: 'xlsx.formulaInTheWay',
  array: 'xlsx.arrayInTheWay',
  merged: 'xlsx.mergedInTheWay',
  signed: 'xlsx.signed',
  'long-text': 'xlsx.longText',
  unusual: 'xlsx.unusual',
} as const;

export function refusal({ code, place }: Unpatchable, words: Words): Result<never> {
  const { cell = '', sheet = '', part = '' } = place;
  return failed(`xlsx-${code}`, words(KEYS[code], { cell, sheet, part }));
}
