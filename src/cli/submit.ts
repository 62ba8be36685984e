import { randomBytes } from 'node:crypto';
import { parseEndpoint } from '../submission/endpoint';
import { parseMemberCode } from '../submission/member-code';
import { newRootSecret, ownerOf, parseRecoveryCode, recoveryCode } from '../submission/owner';
import { prepare } from '../submission/prepare';
import type { Receipt, SubmissionRecord, Withdrawal } from '../submission/record';
import { accepted } from '../submission/settle';
import type { Result } from '../words/result';
import { success } from '../words/result';
import { correctRow, withdrawRow } from './change-row';
import { type Command, type CommandCall, type Given, type Outcome, refused } from './command';
import { loadRow } from './load-row';
import { readRecords } from './record-file';
import type { Shipped } from './shipped';
import { clientOf, sha256 } from './submission-client';
import { accessOf } from './submit-access';
import { keptAround, type SubmitJob } from './submit-job';
import { readTokens } from './token-file';

/**
 * Sends the row's bytes and prints the receipt, the row's SHA-256 on standard error. What is sent is kept beside the file
 * first, so that the same call again never makes a second row. The recovery code of a new row is printed once, and kept
 * nowhere.
 */
export const submit: Command = {
  usage: 'cli.usageSubmit',
  about: 'help.submitAbout',
  exitOne: 'help.exitSubmit',
  options: {
    to: { type: 'string', value: 'help.valueUrl', help: 'help.submitTo' },
    code: { type: 'string', value: 'help.valueMemberCode', help: 'help.submitCode' },
    recovery: { type: 'string', value: 'help.valueRecovery', help: 'help.submitRecovery' },
    correct: { type: 'boolean', help: 'help.submitCorrect' },
    withdraw: { type: 'boolean', help: 'help.submitWithdraw' },
  },
  run: submitRow,
};

async function submitRow({ shipped, files, given, misused }: CommandCall): Promise<Outcome> {
  const [file] = files;
  const isChange = given['correct'] === true || given['withdraw'] === true;
  if (file === undefined || files.length > 1 || typeof given['to'] !== 'string') return misused();
  if (given['correct'] && given['withdraw']) return misused();
  if (isChange && given['recovery'] === undefined) return misused();
  const endpoint = parseEndpoint(given['to'], shipped.words);
  if (!endpoint.ok) return { error: endpoint.failure.message, code: 2 };
  const job = loadJob(file, endpoint.value, given, shipped);
  if (!job.ok) return refused(job.failure);
  if (given['withdraw'] === true) return outcomeOf(await withdrawRow(job.value), []);
  const { hash } = job.value.loaded;
  if (given['correct'] === true) return outcomeOf(await correctRow(job.value), [hash]);
  const receipt = await send(job.value);
  const shown = await recoveryLines(job.value);
  return outcomeOf(receipt, receipt.ok ? [hash, ...shown] : shown);
}

function loadJob(file: string, endpoint: string, given: Given, shipped: Shipped): Result<SubmitJob> {
  const { words } = shipped;
  const loaded = loadRow(file, shipped);
  if (!loaded.ok) return loaded;
  const records = readRecords(file, loaded.value.state, words);
  if (!records.ok) return records;
  const code = typeof given['code'] === 'string' ? parseMemberCode(given['code'], words) : success(null);
  if (!code.ok) return code;
  const recovery = given['recovery'];
  const root = typeof recovery === 'string' ? parseRecoveryCode(recovery, words) : success(newRoot());
  if (!root.ok) return root;
  return success({
    ...{ file, shipped, loaded: loaded.value, records: records.value, code: code.value, root: root.value },
    client: clientOf(endpoint, shipped),
    isNew: typeof recovery !== 'string',
  });
}

const newRoot = (): Uint8Array<ArrayBuffer> => newRootSecret((count) => randomBytes(count));

/** Sends the record of an earlier try with these bytes again, or a new one. */
async function send(job: SubmitJob): Promise<Result<Receipt>> {
  const { client } = job;
  const record = await recordOf(job);
  if (!record.ok) return record;
  return keptAround(
    job,
    record.value,
    () => client.submit(record.value),
    (receipt) => accepted(record.value, receipt),
  );
}

async function recordOf(job: SubmitJob): Promise<Result<SubmissionRecord>> {
  const { loaded, records, client, shipped, code } = job;
  const { endpoint } = client;
  const tries = records.filter((record) => record.bytes === loaded.bytes && record.endpoint === endpoint);
  const earlier =
    tries.find(({ state }) => state !== 'waiting') ?? (code === null ? tries.at(-1) : undefined);
  if (earlier !== undefined) return success(earlier);
  const access = await accessOf(job);
  if (!access.ok) return access;
  const prepared = await prepare(loaded.row, {
    ...{ records, endpoint, access: access.value, digest: sha256, words: shipped.words },
    today: new Date().toISOString().slice(0, 10),
  });
  return prepared.ok ? success(prepared.value.record) : prepared;
}

/** The recovery code, where something that is kept beside the file now belongs to a secret made in this call. */
async function recoveryLines({ isNew, file, root, loaded, shipped }: SubmitJob): Promise<string[]> {
  if (!isNew) return [];
  const { words } = shipped;
  const { owner } = await ownerOf(root, loaded.row.cycle, sha256);
  const records = readRecords(file, loaded.state, words);
  const tokens = readTokens(file, words);
  const kept = [...(records.ok ? records.value : []), ...(tokens.ok ? tokens.value : [])];
  if (!kept.some((one) => one.owner === owner)) return [];
  return [words('cli.recovery', { code: recoveryCode(root) })];
}

function outcomeOf(answer: Result<Receipt | Withdrawal>, lines: readonly string[]): Outcome {
  if (!answer.ok) return { error: [answer.failure.message, ...lines].join('\n'), code: 1 };
  const out = `${JSON.stringify(answer.value, null, 2)}\n`;
  return lines.length === 0 ? { out, code: 0 } : { out, error: lines.join('\n'), code: 0 };
}
