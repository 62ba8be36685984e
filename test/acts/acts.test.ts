import { countOf } from '../depth';
import type { Bench } from './bench';
import { openOffice } from './office-bench';
import { runSeed, runSteps } from './run-sequence';
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

it('takes no column for another where one was deleted and the headings with it', async () => {
  const steps = [
    { kind: 'delete a column', dice: [0.5] },
    { kind: 'delete around the heading', dice: [0.9] },
  ] as const;
  const { fault, outcome, acts } = await runSteps(await sandboxBench(), steps);
  expect({ fault, outcome, acts }).toEqual({
    fault: null,
    outcome: 'left to the person',
    acts: ['delete-column on assessment: at I', 'delete-rows on assessment: 1 from row 6'],
  });
});
