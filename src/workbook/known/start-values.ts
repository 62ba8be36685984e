import { START } from '../layout';
import type { PlacedValue } from './placed-value';
import type { WorkbookFacts } from './workbook-facts';

const FIRST_ROW = START.profileRow + 6;
/** Blocks in a full progress bar. */
const BAR = 20;

/** The progress bars of the Start sheet. */
export function startValues({ rubric, scores, words }: WorkbookFacts): readonly PlacedValue[] {
  return rubric.domains.flatMap(({ id }, index): PlacedValue[] => {
    const measures = scores.domains.get(id);
    if (!measures) return [];
    const { rated, applicable } = measures;
    const row = FIRST_ROW + index;
    const counts = { row, column: 4, value: `${rated} ${words('sheet.progressOf')} ${applicable}` };
    const filled = blocks(rated, applicable);
    if (filled === null) return [counts];
    return [{ row, column: 3, value: '█'.repeat(filled) + '░'.repeat(BAR - filled) }, counts];
  });
}

/** Null where INT of the floating product is not the whole number of blocks: spreadsheets differ in how they round there. */
function blocks(rated: number, applicable: number): number | null {
  if (applicable === 0) return 0;
  const exact = Math.floor((rated * BAR) / applicable);
  return Math.floor((rated / applicable) * BAR) === exact ? exact : null;
}
