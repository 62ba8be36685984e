import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { lintXlsx } from '../oracles/lint-xlsx';
import { validateXlsx } from '../oracles/validate-xlsx';
import { sampleDesign } from './sample-design';
import { SEEDED_FAULTS, withFault } from './seeded-faults';
import { countOf } from '../depth';

const sound = writeXlsx(sampleDesign());
const seenBy = (oracle: 'lint' | 'validator') =>
  SEEDED_FAULTS.filter((fault) => fault.caughtBy === oracle).map((fault) => [fault.name, fault] as const);

describe('the two oracles of a file', () => {
  test('find nothing in a sound workbook that uses every feature', async () => {
    expect(lintXlsx(sound)).toEqual([]);
    expect(await validateXlsx(sound)).toEqual([]);
  });

  test('are tried on at least 40 faults', () => {
    expect(SEEDED_FAULTS.length).toBeGreaterThanOrEqual(40);
  });

  test.each(seenBy('lint'))('the lint sees: %s', (_, fault) => {
    expect(lintXlsx(withFault(sound, fault))).not.toEqual([]);
  });

  const shown = seenBy('validator').filter((_, i) => i % countOf('faultsToAValidation') === 0);
  test.each(shown)('the validator sees: %s', async (_, fault) => {
    expect(await validateXlsx(withFault(sound, fault))).not.toEqual([]);
  });
});
