import { ownerOf } from '../submission/owner';
import type { Receipt, SubmissionRecord, Withdrawal } from '../submission/record';
import { corrected, correcting, withdrawn } from '../submission/settle';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import { sha256 } from './submission-client';
import { keptAround, type SubmitJob } from './submit-job';

/** Puts the file's row in the place of the one that the service holds, or sends a correction that waits again. */
export async function correctRow(job: SubmitJob): Promise<Result<Receipt>> {
  const owned = await ownRow(job);
  if (!owned.ok) return owned;
  const { record, secret } = owned.value;
  const { bytes, hash } = job.loaded;
  const prepared = new Date().toISOString().slice(0, 10);
  const draft = correcting(record, { bytes, hash, prepared });
  return keptAround(
    job,
    draft,
    () => job.client.correct(draft, secret),
    (receipt) => corrected(draft, receipt),
  );
}

/** Empties the row that the service holds. */
export async function withdrawRow(job: SubmitJob): Promise<Result<Withdrawal>> {
  const owned = await ownRow(job);
  if (!owned.ok) return owned;
  const { record, secret } = owned.value;
  return keptAround(
    job,
    record,
    () => job.client.withdraw(record, secret),
    (withdrawal) => withdrawn(record, withdrawal),
  );
}

interface OwnRow {
  readonly record: SubmissionRecord;
  readonly secret: string;
}

/** The row that was sent of this file and cycle, where the recovery code is its own. */
async function ownRow({
  records,
  loaded,
  client,
  root,
  shipped: { words },
}: SubmitJob): Promise<Result<OwnRow>> {
  const { cycle } = loaded.row;
  const record = records.findLast((one) => one.cycle === cycle && one.endpoint === client.endpoint);
  if (record === undefined || record.state === 'waiting') {
    return failed('nothing-sent', words('cli.nothingSent', { cycle }));
  }
  const { owner, secret } = await ownerOf(root, cycle, sha256);
  if (owner !== record.owner) return failed('code-of-another', words('pane.recoveryOther'));
  return success({ record, secret });
}
