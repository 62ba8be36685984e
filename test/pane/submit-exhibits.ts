import { readAssessment, inputsOf } from '../../src/assessment/read-assessment';
import { score } from '../../src/scoring/score';
import { buildRow } from '../../src/submission/build-row';
import { rowBytes } from '../../src/submission/prepare';
import type { SubmissionRecord, TokenRecord } from '../../src/submission/record';
import { receiptOf, withdrawalOf } from './fake-benchmark';
import type { FakePorts } from './fixtures';
import { everyAnswer } from './fixtures';
import { releaseOf } from './release-fixture';
import { sampleBenchmark } from './fixtures';

const CYCLE = '2026-4';
const [KEY, OWNER] = ['n'.repeat(43), 'o'.repeat(43)];

/** The row of `everyAnswer` as the service took it, with what became of it since. */
export function withTaken(ports: FakePorts, since: Partial<SubmissionRecord> = {}): void {
  const { workbook, benchmark, digest, words, vocabulary, rubric } = ports;
  const stored = new Map<string, SubmissionRecord>();
  workbook.submissions = async () => {
    if (stored.size === 0) {
      const profile = { organization: null, size: null, detail: 'items' };
      const rows = rubric.items.map(({ id }, at) => {
        const said = (field: string) =>
          everyAnswer.find((one) => 'item' in one && one.item === id && one.field === field)?.value ?? null;
        const empty = { evidence: null, owner: null, due: null };
        return { ...empty, row: at, id, level: said('level'), target: null, notes: said('notes') };
      });
      const assessment = readAssessment({ rows, profile }, { rubric, words, vocabulary });
      const row = buildRow(assessment, score(rubric, inputsOf(assessment)), rubric, CYCLE, words);
      if (!row.ok) throw new Error(row.failure.message);
      const { bytes, hash } = await rowBytes(row.value, digest);
      const record = { nullifier: KEY, cycle: CYCLE, endpoint: benchmark.endpoint, bytes, hash };
      stored.set(KEY, {
        ...{ ...record, prepared: '2026-11-23', state: 'accepted', receipt: receiptOf(record), owner: OWNER },
        ...{ authorization: null, correction: null, withdrawal: null },
        ...since,
      });
    }
    return { ok: true, value: [...stored.values()] };
  };
}

/** What the service signed when it emptied the row. */
export const emptied: Partial<SubmissionRecord> = {
  state: 'withdrawn',
  withdrawal: withdrawalOf(KEY, CYCLE, 2),
};

/** A release of the row's cycle that counts it so often. */
export function counted({ benchmark }: FakePorts, times: number): void {
  benchmark.releasesOffered.push(releaseOf(sampleBenchmark));
  benchmark.countLeaf = () => Promise.resolve({ ok: true, value: times });
}

/** A token of the open cycle: asked for, or there. */
export function withToken({ workbook, benchmark }: FakePorts, state: 'pending' | 'held'): void {
  const text = (length: number) => 'A'.repeat(length);
  const token: TokenRecord = {
    ...{ schema: 'jsp-token/1', cycle: CYCLE, endpoint: benchmark.endpoint, nullifier: KEY, owner: OWNER },
    keyId: benchmark.openCycle.tokenKey?.id ?? '',
    ...(state === 'held'
      ? { pending: null, authorization: `PrivateToken token="${text(472)}"` }
      : {
          pending: { nonce: KEY, salt: text(64), inverse: text(342), request: text(346) },
          authorization: null,
        }),
  };
  workbook.kept = [token];
}
