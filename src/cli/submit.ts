import { randomBytes, webcrypto } from 'node:crypto';
import { setTimeout as wait } from 'node:timers';
import { benchmarkClient } from '../submission/client';
import { parseEndpoint } from '../submission/endpoint';
import type { BenchmarkPort } from '../submission/port';
import { accepted, prepare } from '../submission/prepare';
import type { Receipt, SubmissionRecord } from '../submission/record';
import type { Result } from '../words/result';
import { success } from '../words/result';
import { type CommandCall, type Outcome, runCommand } from './command';
import { type LoadedRow, loadRow } from './load-row';
import { keepRecord, readRecords } from './record-file';
import type { Shipped } from './shipped';

const TIMEOUT_MS = 20_000;

/**
 * `npm run --silent submit -- FILE --to URL`: sends the row's bytes and prints the receipt, the row's SHA-256 on
 * standard error. What is sent is kept beside the file first, so that the same call again never makes a second row.
 */
async function submit({ shipped, files, given, misused }: CommandCall): Promise<Outcome> {
  const [file] = files;
  if (file === undefined || files.length > 1 || typeof given['to'] !== 'string') return misused();
  const endpoint = parseEndpoint(given['to'], shipped.words);
  if (!endpoint.ok) return { error: endpoint.failure.message, code: 2 };
  const loaded = loadRow(file, shipped);
  if (!loaded.ok) return { error: loaded.failure.message, code: 1 };
  const receipt = await send(file, loaded.value, clientOf(endpoint.value, shipped), shipped);
  if (!receipt.ok) return { error: receipt.failure.message, code: 1 };
  return { out: `${JSON.stringify(receipt.value, null, 2)}\n`, error: loaded.value.hash, code: 0 };
}

async function send(
  file: string,
  loaded: LoadedRow,
  client: BenchmarkPort,
  { words }: Shipped,
): Promise<Result<Receipt>> {
  const records = readRecords(file, loaded.state, words);
  if (!records.ok) return records;
  const record = await recordOf(loaded, records.value, client.endpoint, words);
  if (!record.ok) return record;
  const kept = keepRecord(file, record.value, records.value, words);
  if (!kept.ok) return kept;
  const receipt = await client.submit(record.value);
  if (!receipt.ok) return receipt;
  const done = keepRecord(file, accepted(record.value, receipt.value), kept.value, words);
  return done.ok ? receipt : done;
}

/** The record of an earlier try with these bytes, or a new one. */
async function recordOf(
  { row, bytes }: LoadedRow,
  records: readonly SubmissionRecord[],
  endpoint: string,
  words: Shipped['words'],
): Promise<Result<SubmissionRecord>> {
  const earlier = records.find((record) => record.bytes === bytes && record.endpoint === endpoint);
  if (earlier !== undefined) return success(earlier);
  const prepared = await prepare(row, {
    records,
    endpoint,
    today: new Date().toISOString().slice(0, 10),
    digest: (data) => webcrypto.subtle.digest('SHA-256', data),
    random: (count) => randomBytes(count),
    words,
  });
  return prepared.ok ? success(prepared.value.record) : prepared;
}

const clientOf = (endpoint: string, { words }: Shipped): BenchmarkPort =>
  benchmarkClient({
    endpoint,
    fetch,
    words,
    timeoutMs: TIMEOUT_MS,
    schedule: (run, ms) => {
      const timer = wait(run, ms);
      return () => clearTimeout(timer);
    },
  });

await runCommand(({ words }) => words('cli.usageSubmit'), { to: { type: 'string' } }, submit);
