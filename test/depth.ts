/**
 * How often the tests that count do their work: in `npm test` what finds a fault within seconds, in `npm run test:deep`
 * (`TEST_DEPTH=deep`) the full count, which is what docs/measurements.md tells of.
 */
export const COUNTS = {
  /** Answer sets on which LibreOffice and `src/scoring` must agree. */
  libreOfficeSets: { quick: 200, deep: 2_000 },
  /** Answer sets on which the workbook inserted through Office.js and `src/scoring` must agree. */
  insertedSets: { quick: 50, deep: 500 },
  /** Answer sets of which every known result is held against LibreOffice's. */
  knownResultSets: { quick: 30, deep: 120 },
  /** Answer sets of a second rubric in LibreOffice. */
  secondRubricSets: { quick: 30, deep: 120 },
  /** Random patches of each of 15 workbooks, opened in LibreOffice and openpyxl. */
  patchesOfAWorkbook: { quick: 1, deep: 34 },
  /** Generated workbooks that are written and read again. */
  roundTrips: { quick: 60, deep: 300 },
  /** Answer sets on which `src/scoring` and a second scorer in exact rationals must agree. */
  rationalSets: { quick: 600, deep: 3_000 },
  /** One seeded fault of a workbook in so many is shown to the Open XML validator. */
  faultsToAValidation: { quick: 4, deep: 1 },
  /** Malformed requests a round, of six rounds. */
  malformedRequests: { quick: 150, deep: 4_000 },
  /** Good rows that nothing admits, a mode. */
  rowsNotAdmitted: { quick: 100, deep: 1_000 },
  /** Times that the service is killed in the middle of work. */
  kills: { quick: 8, deep: 50 },
  /** Tries, right and wrong, of which each must cost the store the same. */
  probes: { quick: 100, deep: 1_000 },
  /** Histories by chance of each attack on a row over HTTP. */
  attackedRows: { quick: 100, deep: 1_000 },
  /** Simulated cycles that are attacked by differencing and by adding and subtracting groups. */
  attackedCycles: { quick: 120, deep: 1_000 },
  /** Simulated cycles with corrections and withdrawals. */
  correctedCycles: { quick: 50, deep: 1_000 },
  /** Simulated cycles in which the attacks must succeed, for a rule is switched off. */
  unguardedCycles: { quick: 30, deep: 60 },
  /** Simulated cycles in which one contributor comes at a time. */
  newcomerCycles: { quick: 300, deep: 1_000 },
  /** Histories of a store whose every release is counted by a plain count and made again. */
  releaseHistories: { quick: 2, deep: 12 },
  /** Sets of groups in which the audit and a search over the rationals must find the same. */
  auditedSets: { quick: 600, deep: 3_000 },
  /** One kind of damage to a workbook in so many is done, named and repaired. */
  damagesToARepair: { quick: 3, deep: 1 },
  /** Sequences of one to eight acts on a filled workbook, through Microsoft's client. */
  actSequences: { quick: 3, deep: 60 },
  /** The same in files that LibreOffice saves after every act. */
  actSequencesInFiles: { quick: 1, deep: 10 },
  /** Pairs of answers that two windows of the extension give at once over one file. */
  answersFromTwoWindows: { quick: 4, deep: 200 },
  /** Presses of a button in a view of the pane, after each of which the focus is looked for. */
  pressedButtons: { quick: 16, deep: 900 },
  /** Items that are answered one by one in the pane of the sandbox; the rest is pasted. */
  itemsAnsweredInPane: { quick: 9, deep: 43 },
  /** In how many of three looks each view is looked at: in the light, in the dark, in longer words. */
  looksOfAView: { quick: 1, deep: 3 },
} as const;

/** The count of one kind of work at the depth of this run. */
export const countOf = (work: keyof typeof COUNTS): number =>
  COUNTS[work][process.env['TEST_DEPTH'] === 'deep' ? 'deep' : 'quick'];
