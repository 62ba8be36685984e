import type { SubmissionRecord } from '../submission/record';
import type { WordKey, Words } from '../words/words';
import type { CellWrite } from './cell-writes';
import type { Spot } from './map';

const STATES: Readonly<Record<SubmissionRecord['state'], WordKey>> = {
  waiting: 'workbook.stateWaiting',
  accepted: 'workbook.stateAccepted',
  withdrawn: 'workbook.stateWithdrawn',
};

/** A record's line of the receipts table from its first cell on: day, cycle, state, row hash, receipt. */
export function receiptLine(at: Spot, record: SubmissionRecord, words: Words): CellWrite {
  const proof = record.state === 'withdrawn' ? record.withdrawal : record.receipt;
  const state = words(STATES[record.state]);
  return { ...at, values: [[record.prepared, record.cycle, state, record.hash, proof?.signature ?? null]] };
}
