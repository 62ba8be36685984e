import { ASSESSMENT } from '../../src/workbook/layout';
import { countOf } from '../depth';
import type { Act } from './act';
import type { Bench } from './bench';
import { openOffice } from './office-bench';
import { type Ended, runActs, runSeed, runSteps } from './run-sequence';
import { sandboxBench } from './sandbox-bench';

const [SEQUENCES, IN_FILES] = [countOf('actSequences'), countOf('actSequencesInFiles')];

async function faults(open: () => Promise<Bench>, count: number): Promise<string[]> {
  const found: string[] = [];
  for (let seed = 1; seed <= count; seed += 1) {
    const { fault, acts } = await runSeed(open, seed);
    if (fault !== null) found.push(`seed ${seed}: ${fault} after ${acts.join('; ')}`);
  }
  return found;
}

it(`keeps every score and answer right or named, and right after Repair, through ${SEQUENCES} sequences of acts`, async () => {
  expect(await faults(sandboxBench, SEQUENCES)).toEqual([]);
}, 400_000);

it(`and through ${IN_FILES} in files that LibreOffice saves`, async () => {
  const office = await openOffice();
  try {
    expect(await faults(office.open, IN_FILES)).toEqual([]);
  } finally {
    await office.end();
  }
}, 400_000);

it('tells a sheet that counts an item less where Check is silent about it', async () => {
  const bench = await sandboxBench();
  const blind: Bench = { ...bench, check: async () => ({ ok: true, value: [] }) };
  const { fault } = await runSteps(blind, [{ kind: 'cut a row away', dice: [0, 0.99, 0, 0] }]);
  expect(fault).toMatch(/^not named: scorecard/);
});

const about = { sheet: 'assessment' } as const;
const noHeadings: Act = { kind: 'delete-rows', ...about, row: ASSESSMENT.headerRow, count: 1 };
const noColumn = (column: number): Act => ({ kind: 'delete-column', ...about, column });
const idOver = (row: number, value: string): Act => ({ kind: 'paste', ...about, row, column: 0, value });

/** Each was seen to tear answers once, by a sequence that chance made. */
it.each<readonly [string, Ended['outcome'], readonly Act[]]>([
  [
    'no column for another where one was deleted and the headings with it',
    'left to the person',
    [noColumn(ASSESSMENT.evidence), noHeadings],
  ],
  [
    'nothing that a person wrote for the place of a formula whose column was deleted',
    'left to the person',
    [noColumn(ASSESSMENT.next), noHeadings],
  ],
  [
    'no new column for the answers where the headings are deleted',
    'left to the person',
    [noHeadings, { kind: 'insert-column', ...about, column: ASSESSMENT.level }],
  ],
  [
    'no column of a copy of the sheet for one that was deleted',
    'left to the person',
    [{ kind: 'duplicate', ...about, name: 'Assessment (2)' }, noColumn(ASSESSMENT.evidence)],
  ],
  [
    'no ID for an item whose name and answers stand in the row',
    'repaired',
    [idOver(16, 'ORG-02'), idOver(7, 'RSK-01'), noColumn(ASSESSMENT.question)],
  ],
])('takes %s', async (_, outcome, acts) => {
  expect(await runActs(await sandboxBench(), acts)).toMatchObject({ fault: null, outcome });
});
