import type { RawAssessment } from '../../src/assessment/assessment';
import type { Change } from '../../src/workbook/port';
import { jsp } from '../load-rubric';
import { markOf } from './judge';

/** An answer, a target, a note and a mark for each item, all but a few of them levels. */
const FILLED = jsp.items.map(({ id }, i) => ({
  id,
  level: i % 11 === 5 ? 'N/A' : i % 13 === 7 ? "Don't know" : (i * 7) % 6,
  target: (i * 3) % 6,
  owner: markOf(id),
  notes: `note on ${id}`,
}));

/** The answers as the pane writes them. */
export const filledChanges = (): readonly Change[] =>
  FILLED.flatMap(({ id: item, level, target, owner, notes }): Change[] => [
    { item, field: 'level', value: level },
    { item, field: 'target', value: target },
    { item, field: 'owner', value: owner },
    { item, field: 'notes', value: notes },
  ]);

/** The same as a new file is made with them. */
export const filledAnswers = (): RawAssessment => ({
  rows: FILLED.map((row) => ({ row: null, evidence: null, due: null, ...row })),
  profile: { organization: null, size: null, detail: null },
});
