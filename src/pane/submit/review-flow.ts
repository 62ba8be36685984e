import type { Cycle } from '../../submission/port';
import { prepare, type RowAccess } from '../../submission/prepare';
import type { Row } from '../../submission/row';
import { failed, type Result } from '../../words/result';
import { asked } from '../store/asked';
import { accessTo } from './access-flow';
import { resume } from './resume';
import type { SubmissionState } from './submission-state';
import type { SubmitParts } from './submit-parts';
import { tokenStep } from './token-flow';

/** Leads to the review of the row that would be sent now, or to what has to be asked for or mended first. */
export async function review(parts: SubmitParts): Promise<SubmissionState> {
  const cycle = await openCycle(parts);
  if (!cycle.ok) return { kind: 'form', busy: false, failure: cycle.failure };
  const records = await asked(parts.words, () => parts.shelf.submissions());
  if (!records.ok) return { kind: 'unreadable', failure: records.failure };
  const found = await accessTo(cycle.value, records.value, parts);
  if (!found.ok) return { kind: 'form', busy: false, failure: found.failure };
  switch (found.value.kind) {
    case 'member-code':
      return { kind: 'member-code', cycle: cycle.value };
    case 'token':
      return tokenStep(parts, cycle.value, found.value.token);
    case 'access':
      return reviewWith(parts, cycle.value, found.value.access);
  }
}

/** The open cycle, if it takes rows of this rubric. */
async function openCycle({ words, benchmark, rubric }: SubmitParts): Promise<Result<Cycle>> {
  const cycle = await asked(words, () => benchmark.cycle());
  if (!cycle.ok) return cycle;
  const { id, versions } = cycle.value.rubric;
  if (id === rubric.id && versions.includes(rubric.version)) return cycle;
  const values = {
    cycle: cycle.value.cycle,
    theirs: `${id} ${versions.join(', ')}`,
    ours: `${rubric.id} ${rubric.version}`,
  };
  return failed('cycle-other-rubric', words('pane.cycleOtherRubric', values));
}

async function reviewWith(parts: SubmitParts, cycle: Cycle, access: RowAccess): Promise<SubmissionState> {
  const row = await parts.source.make(cycle.cycle);
  if (!row.ok) return { kind: 'form', busy: false, failure: row.failure };
  const prepared = await prepareFrom(parts, row.value, access);
  if (!prepared.ok) {
    if (prepared.failure.code === 'already-accepted') return resume(parts);
    return { kind: 'form', busy: false, failure: prepared.failure };
  }
  const recovery = await parts.secrets.codeOf(prepared.value.record);
  const review = { row: row.value, cycle, access, prepared: prepared.value, recovery };
  return { kind: 'review', review, failure: null };
}

/** The record of a row, from what the shelf holds now. */
export async function prepareFrom(parts: SubmitParts, row: Row, access: RowAccess) {
  const { shelf, benchmark, words, clock, digest } = parts;
  const records = await asked(words, () => shelf.submissions());
  if (!records.ok) return records;
  const { endpoint } = benchmark;
  return prepare(row, { records: records.value, endpoint, access, today: clock(), digest, words });
}
