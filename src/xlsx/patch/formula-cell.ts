import type { PlacedFormula } from './affected-cells';
import { parseArea } from './area';
import type { CellPlace } from './sheet-scanner';
import { attributeOf } from './tag-text';

/** A cell of a worksheet that shows a result: one with a formula, or one that an array formula or a data table fills. */
export interface FormulaCell extends PlacedFormula {
  /** 0-based. */
  readonly row: number;
  readonly place: () => CellPlace;
  /** Whether a result is stored, an empty text being one. */
  readonly isShown: () => boolean;
}

/** The master of a shared formula: its followers have its text and are as far from it as its area goes. */
export type SharedFormulas = Map<string, Pick<FormulaCell, 'text' | 'spread'>>;

/** A formula as it is spelled: its text without `=`, and its opening tag. */
export interface FoundFormula {
  readonly text: string;
  readonly tag: string;
}

/** A formula with what it shares with others. */
export function ofShared(
  { text, tag }: FoundFormula,
  column: number,
  shared: SharedFormulas,
): Pick<FormulaCell, 'text' | 'spread'> {
  const number = attributeOf(tag, 't') === 'shared' ? attributeOf(tag, 'si') : undefined;
  if (number === undefined) return { text };
  // A follower whose master is not there could stand for anything.
  if (text === '') return shared.get(number) ?? { text: 'OFFSET' };
  const area = parseArea(attributeOf(tag, 'ref') ?? '');
  const left = area === null ? 0 : Math.min(0, area.column - column);
  const right = area === null ? 0 : Math.max(0, area.column + area.columns - 1 - column);
  const master = { text, spread: [left, right] as const };
  shared.set(number, master);
  return master;
}
