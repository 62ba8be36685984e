import { rowBytes } from '../../submission/prepare';
import type { SubmissionRecord } from '../../submission/record';
import { type ReadRecord, readRecordFile } from '../../submission/record-file';
import { heldRevision } from '../../submission/request-headers';
import { failed } from '../../words/result';
import type { HandOverPort } from '../ports';
import { asked } from '../store/asked';
import type { Doubt, HandOverState, Offered } from './hand-over-state';
import type { SubmitPorts } from './submit-parts';

export interface HandOverParts extends SubmitPorts {
  readonly handOver: HandOverPort;
}

/** What the workbook knows decides where the user goes on: the last row that was taken, or the form. */
export async function standing({ words, shelf }: HandOverParts): Promise<HandOverState> {
  const records = await asked(words, () => shelf.submissions());
  if (!records.ok) return { kind: 'unreadable', failure: records.failure };
  const last = records.value.findLast(({ state }) => state !== 'waiting');
  return last
    ? { kind: 'kept', kept: { record: last, signature: null, unsaved: null } }
    : { kind: 'form', busy: false, failure: null };
}

/** The row of now, made of answers that were read afresh. Nothing is noted: as far as anybody here knows, nothing was sent. */
export async function look(parts: HandOverParts): Promise<HandOverState> {
  const { words, shelf, source, digest, handOver } = parts;
  const { cycle } = handOver;
  const records = await asked(words, () => shelf.submissions());
  if (!records.ok) return { kind: 'unreadable', failure: records.failure };
  const row = await source.make(cycle);
  if (!row.ok) return { kind: 'form', busy: false, failure: row.failure };
  const earlier = records.value.filter((record) => record.cycle === cycle);
  const known = earlier.findLast(({ state }) => state !== 'waiting') ?? earlier.at(-1) ?? null;
  return {
    kind: 'review',
    handed: { row: row.value, ...(await rowBytes(row.value, digest)), earlier: known },
  };
}

/** Reads a record that somebody brings back, and says whether there is doubt that it belongs here. */
export async function offer(parts: HandOverParts, text: string): Promise<Offered> {
  const { words, shelf, source, digest, verify, pins, benchmark } = parts;
  const { endpoint } = benchmark;
  const read = await readRecordFile(text, { words, digest, verify, pins, endpoint });
  if (!read.ok) return { kind: 'refused', failure: read.failure };
  const records = await asked(words, () => shelf.submissions());
  if (!records.ok) return { kind: 'refused', failure: records.failure };
  const { record } = read.value;
  const same = records.value.find(({ nullifier }) => nullifier === record.nullifier);
  if (same && heldRevision(same) > heldRevision(record)) {
    const values = { held: heldRevision(same), given: heldRevision(record) };
    const { failure } = failed('record-older', words('handover.recordOlder', values));
    return { kind: 'refused', failure };
  }
  const second = records.value.some((other) => isSecond(other, record));
  const doubts: Doubt[] = [
    ...(record.state === 'accepted' && source.differs(record) ? ['doubtOther' as const] : []),
    ...(second ? ['doubtSecond' as const] : []),
  ];
  return doubts.length > 0
    ? { kind: 'doubtful', read: read.value, doubts }
    : { kind: 'clear', read: read.value };
}

const isSecond = (held: SubmissionRecord, record: SubmissionRecord): boolean =>
  held.cycle === record.cycle && held.nullifier !== record.nullifier && held.state === 'accepted';

/** Keeps a record in the workbook, in the place of the one with its key. */
export async function keep(
  { words, shelf }: HandOverParts,
  { record, signature }: Pick<ReadRecord, 'record'> & { readonly signature: ReadRecord['signature'] | null },
): Promise<HandOverState> {
  const kept = await asked(words, () => shelf.saveSubmission(record));
  return { kind: 'kept', kept: { record, signature, unsaved: kept.ok ? null : kept.failure } };
}
