import type { RawAssessment, RawProfile, RawRow } from '../../src/assessment/assessment';
import { readAssessment } from '../../src/assessment/read-assessment';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { vocabulary } from '../oracles/design';

export const FIRST_ROW = 7;
const NO_PROFILE: RawProfile = { organization: null, size: null, detail: 'items' };

/** A row of the sheet as a reader hands it over; what is not given is empty. */
export const rawRow = (row: number | null, id: RawRow['id'], cells: Partial<RawRow> = {}): RawRow => ({
  ...{ row, id, level: null, target: null, evidence: null, owner: null, due: null, notes: null },
  ...cells,
});

/** The rubric's rows in order, empty but for the cells given by item. */
export const rawRows = (given: Readonly<Record<string, Partial<RawRow>>> = {}): RawRow[] =>
  jsp.items.map(({ id }, i) => rawRow(FIRST_ROW + i, id, given[id]));

export const rawOf = (rows: readonly RawRow[], profile: Partial<RawProfile> = {}): RawAssessment => ({
  rows,
  profile: { ...NO_PROFILE, ...profile },
});

export const readRows = (rows: readonly RawRow[], profile: Partial<RawProfile> = {}) =>
  readAssessment(rawOf(rows, profile), { rubric: jsp, words, vocabulary });

/** Reads the JSP rows with these cells filled in. */
export const readCells = (
  given: Readonly<Record<string, Partial<RawRow>>>,
  profile: Partial<RawProfile> = {},
) => readRows(rawRows(given), profile);
