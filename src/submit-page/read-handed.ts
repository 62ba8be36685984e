import { type SubmitPorts } from '../pane/submit/submit-parts';
import { asked } from '../pane/store/asked';
import { checkRow } from '../submission/check-row';
import { readRecordFile, saysRecordFile } from '../submission/record-file';
import { type HandedRow, readRow } from '../submission/read-row';
import { heldRevision } from '../submission/request-headers';
import type { SubmissionRecord } from '../submission/record';
import { failed, type Result, success } from '../words/result';
import type { PageParts } from './page-context';

type Parts = SubmitPorts & Pick<PageParts, 'rubrics' | 'today'>;

export type Handed =
  | { readonly kind: 'row'; readonly handed: HandedRow }
  | { readonly kind: 'record'; readonly record: SubmissionRecord };

/** What somebody hands in: a row for the open cycle, or the record of one that was taken. Fails as the two below do. */
export async function readHanded(text: string, parts: Parts): Promise<Result<Handed>> {
  if (saysRecordFile(text)) {
    const record = await readRecord(text, parts);
    return record.ok ? success({ kind: 'record', record: record.value }) : record;
  }
  const row = await readOpenRow(text, parts);
  return row.ok ? success({ kind: 'row', handed: row.value }) : row;
}

/**
 * A row, checked as the service checks it: canonical, of the open cycle and its rubric, with the scores of its answers.
 * Fails as `readRow`, as the service's `cycle()`, or with `row-fault`.
 */
export async function readOpenRow(text: string, parts: Parts): Promise<Result<HandedRow>> {
  const { words, benchmark, rubrics, today } = parts;
  const handed = readRow(text, words);
  if (!handed.ok) return handed;
  const cycle = await asked(words, () => benchmark.cycle());
  if (!cycle.ok) return cycle;
  const { id, versions } = cycle.value.rubric;
  const fault = checkRow(handed.value.row, {
    rubrics: rubrics.filter((rubric) => rubric.id === id && versions.includes(rubric.version)),
    cycle: cycle.value,
    today: today(),
    words,
  });
  if (!fault) return handed;
  const { pointer, detail } = fault;
  return failed('row-fault', words('handover.rowFault', { place: pointer, detail }));
}

/** A record of this service; of the two states of one row, the later one is kept. */
async function readRecord(text: string, parts: Parts): Promise<Result<SubmissionRecord>> {
  const { words, digest, verify, pins, benchmark, shelf } = parts;
  const read = await readRecordFile(text, { words, digest, verify, pins, endpoint: benchmark.endpoint });
  if (!read.ok) return read;
  const records = await shelf.submissions();
  if (!records.ok) return records;
  const { record } = read.value;
  const held = records.value.find(({ nullifier }) => nullifier === record.nullifier);
  return success(held && heldRevision(held) > heldRevision(record) ? held : record);
}
