import { buildRow } from '../../submission/build-row';
import type { Cycle } from '../../submission/port';
import { accepted, prepare } from '../../submission/prepare';
import type { SubmissionRecord } from '../../submission/record';
import type { Row } from '../../submission/row';
import { failed, type Result, success } from '../../words/result';
import type { PaneParts } from '../pane-context';
import { asked } from '../store/asked';
import type { Review, SubmissionState } from './submission-state';

/** What the workbook holds decides where the user goes on: a waiting row first, then the last receipt, then the form. */
export async function resume(parts: PaneParts): Promise<SubmissionState> {
  const records = await asked(parts.words, () => parts.workbook.submissions());
  if (!records.ok) return { kind: 'unreadable', failure: records.failure };
  const waiting = records.value.findLast(({ state }) => state === 'waiting');
  if (waiting) return { kind: 'waiting', record: waiting, failure: null };
  const last = records.value.findLast(({ endpoint }) => endpoint === parts.benchmark.endpoint);
  if (last) return { kind: 'accepted', record: last, unsaved: null };
  return { kind: 'form', busy: false, failure: null };
}

/** Reads the answers afresh and makes the row of the open cycle, exactly as it would be sent. */
export async function review(parts: PaneParts): Promise<Result<Review>> {
  const { words, benchmark, rubric, store } = parts;
  await store.refresh();
  const { answers, readFailure } = store.state();
  if (readFailure) return { ok: false, failure: readFailure };
  if (!answers) throw new Error('A review needs answers that were read');
  const cycle = await asked(words, () => benchmark.cycle());
  if (!cycle.ok) return cycle;
  const refusal = refusedBy(cycle.value, parts);
  if (refusal) return refusal;
  const row = buildRow(answers.assessment, answers.scores, rubric, cycle.value.cycle, words);
  if (!row.ok) return row;
  const prepared = await prepareFrom(parts, row.value);
  if (!prepared.ok) return prepared;
  return success({ row: row.value, cycle: cycle.value, prepared: prepared.value });
}

function refusedBy(cycle: Cycle, { words, rubric }: PaneParts) {
  if (cycle.mode !== 'open') return failed('cycle-closed-mode', words('pane.cycleMode'));
  const { id, versions } = cycle.rubric;
  if (id === rubric.id && versions.includes(rubric.version)) return null;
  const values = {
    cycle: cycle.cycle,
    theirs: `${id} ${versions.join(', ')}`,
    ours: `${rubric.id} ${rubric.version}`,
  };
  return failed('cycle-other-rubric', words('pane.cycleOtherRubric', values));
}

async function prepareFrom({ workbook, benchmark, words, clock, digest, random }: PaneParts, row: Row) {
  const records = await asked(words, () => workbook.submissions());
  if (!records.ok) return records;
  const { endpoint } = benchmark;
  return prepare(row, { records: records.value, endpoint, today: clock(), digest, random, words });
}

/**
 * Keeps the record in the workbook, and only then sends it. Another pane may have prepared a row of this workbook
 * meanwhile: its key is taken over, shown, and confirmed again, so that there is one row.
 */
export async function submit(parts: PaneParts, shown: Review): Promise<SubmissionState> {
  const fresh = await prepareFrom(parts, shown.row);
  if (!fresh.ok) {
    if (fresh.failure.code === 'already-accepted') return resume(parts);
    return { kind: 'review', review: shown, failure: fresh.failure };
  }
  const { record } = fresh.value;
  if (record.nullifier !== shown.prepared.record.nullifier && fresh.value.replaces) {
    const failure = failed('prepared-elsewhere', parts.words('pane.preparedElsewhere')).failure;
    return { kind: 'review', review: { ...shown, prepared: fresh.value }, failure };
  }
  const kept = await asked(parts.words, () => parts.workbook.saveSubmission(record));
  if (!kept.ok) return { kind: 'review', review: shown, failure: kept.failure };
  const sent = await send(parts, record);
  const conflict = sent.kind === 'waiting' && sent.failure?.code === 'conflict';
  return conflict && fresh.value.replaces ? sendEarlier(parts, fresh.value.replaces, sent) : sent;
}

/** The service holds an earlier row of this key, whose reply was lost: that row counts, so its receipt is asked for. */
async function sendEarlier(
  parts: PaneParts,
  earlier: SubmissionRecord,
  refused: SubmissionState,
): Promise<SubmissionState> {
  const receipt = await asked(parts.words, () => parts.benchmark.submit(earlier));
  return receipt.ok ? keepReceipt(parts, accepted(earlier, receipt.value)) : refused;
}

/** Sends a record that the workbook holds. The same record any number of times makes one row. */
export async function send(parts: PaneParts, record: SubmissionRecord): Promise<SubmissionState> {
  const receipt = await asked(parts.words, () => parts.benchmark.submit(record));
  if (!receipt.ok) return { kind: 'waiting', record, failure: receipt.failure };
  return keepReceipt(parts, accepted(record, receipt.value));
}

export async function keepReceipt(parts: PaneParts, record: SubmissionRecord): Promise<SubmissionState> {
  const kept = await asked(parts.words, () => parts.workbook.saveSubmission(record));
  return { kind: 'accepted', record, unsaved: kept.ok ? null : kept.failure };
}
