import type { Benchmark } from '../../src/rubric/benchmark';
import type { Release } from '../../src/rubric/release';
import type { Keys } from '../../src/submission/protocol';
import type { BenchmarkPort, Cycle, Published } from '../../src/submission/port';
import type { Receipt, SubmissionRecord, Withdrawal } from '../../src/submission/record';
import { failed, type Result, success } from '../../src/words/result';
import type { TokenIssuer } from '../../src/service/tokens/token-port';

const KEY = 'k'.repeat(43);

/** A row as the service in memory holds it; no bytes once it is withdrawn. */
export interface HeldRow {
  readonly bytes: string | null;
  readonly hash: string;
  readonly revision: number;
  readonly owner: string | null;
}

/**
 * A benchmark service in memory: one row a key, the same receipt for the same bytes, 409 for others; corrections and
 * withdrawals by the owner's secret; single-use codes; blind tokens where it has an `issuer`. `failNext` refuses one
 * call before it arrives; `loseNextReply` does what is asked and loses the answer. `asked` is all that arrived.
 */
export class FakeBenchmark implements BenchmarkPort {
  readonly endpoint = 'https://benchmark.example';
  readonly held = new Map<string, HeldRow>();
  /** Releases and published figures, in the order they are listed. */
  readonly releasesOffered: (Benchmark | Release)[] = [];
  /** Leaves (hex) of a release, by its id. */
  readonly leaves = new Map<string, readonly string[]>();
  /** Member codes as printed, and what each was spent on. */
  readonly codes = new Map<string, string | null>();
  readonly asked: { readonly what: string; readonly with: unknown }[] = [];
  issuer: TokenIssuer | null = null;
  openCycle: Cycle = {
    cycle: '2026-4',
    rubric: { id: 'jsp', versions: ['1.0.0'] },
    closes: '2026-12-31',
    mode: 'open',
    receiptKey: { id: KEY, publicKey: KEY },
  };
  knownKeys: Keys = { receipt: [{ id: KEY, publicKey: KEY, state: 'current' }], token: [] };
  private failure: { code: string; message: string; reply: boolean } | null = null;
  private waiting: Promise<void> | undefined;

  failNext(code: string, message: string): void {
    this.failure = { code, message, reply: false };
  }

  loseNextReply(message: string): void {
    this.failure = { code: 'cut-off', message, reply: true };
  }

  hold(): () => void {
    let release = (): void => undefined;
    this.waiting = new Promise((resolve) => (release = resolve));
    return () => {
      this.waiting = undefined;
      release();
    };
  }

  /** Bytes by key, of the rows that count. */
  get rows(): ReadonlyMap<string, string> {
    return new Map([...this.held].flatMap(([key, { bytes }]) => (bytes === null ? [] : [[key, bytes]])));
  }

  /** How many rows were handed in, also again. */
  get sent(): number {
    return this.asked.filter(({ what }) => what === 'submit').length;
  }

  cycle = () => this.answer('cycle', null, () => success(this.openCycle));

  keys = () => this.answer('keys', null, () => success(this.knownKeys));

  submit = (record: SubmissionRecord): Promise<Result<Receipt>> =>
    this.answer('submit', sentOf(record), () => {
      const { nullifier, bytes, hash, owner } = record;
      const first = this.held.get(nullifier);
      if (first && first.bytes !== bytes) {
        return failed('conflict', 'The service holds another row under this key.');
      }
      const refusal = first ? null : this.refuseEntry(record);
      if (refusal !== null) return failed('refused', refusal);
      if (!first) this.held.set(nullifier, { bytes, hash, revision: 1, owner });
      return success(receiptOf(record));
    });

  correct = (record: SubmissionRecord, secret: string): Promise<Result<Receipt>> =>
    this.answer('correct', { ...sentOf(record), bytes: record.correction?.bytes, secret }, async () => {
      const { correction, nullifier } = record;
      if (!correction) throw new Error('No correction was prepared');
      const held = this.held.get(nullifier);
      if (!held || held.owner !== (await ownerOf(secret))) return failed('refused', 'No row of this owner.');
      const same = held.bytes === correction.bytes;
      const revision = same ? held.revision : held.revision + 1;
      const { bytes, hash } = correction;
      this.held.set(nullifier, { ...held, bytes, hash, revision });
      return success({ ...receiptOf(record), rowHash: hash, revision });
    });

  withdraw = (record: SubmissionRecord, secret: string): Promise<Result<Withdrawal>> =>
    this.answer('withdraw', { ...sentOf(record), secret }, async () => {
      const { nullifier, cycle } = record;
      const held = this.held.get(nullifier);
      if (!held || held.owner !== (await ownerOf(secret)))
        return failed('row-unknown', 'No row of this owner.');
      const revision = held.bytes === null ? held.revision : held.revision + 1;
      this.held.set(nullifier, { ...held, bytes: null, revision });
      return success(withdrawalOf(nullifier, cycle, revision));
    });

  buyToken = (code: string, request: Uint8Array): Promise<Result<Uint8Array>> =>
    this.answer('buyToken', { code, request }, () => {
      const what = `token ${request.join()}`;
      const refusal = this.spend(code, what);
      if (refusal !== null) return failed('refused', refusal);
      const response = this.issuer?.issue(request);
      return response ? success(response) : failed('refused', 'No request of this key.');
    });

  releases = () =>
    this.answer('releases', null, () =>
      success(
        this.releasesOffered.map((one) =>
          one.schema === 'jsp-release/1'
            ? { id: one.id, title: one.id, kind: 'release' as const, cycle: one.cycle }
            : { id: one.id, title: one.title, kind: one.kind, cycle: one.cycle },
        ),
      ),
    );

  release = (id: string): Promise<Result<Published>> =>
    this.answer('release', id, (): Result<Published> => {
      const found = this.releasesOffered.find((release) => release.id === id);
      if (!found) return failed('refused', `No release ${id}`);
      return found.schema === 'jsp-release/1'
        ? success({ kind: 'release', release: found, hash: 'c'.repeat(64) })
        : success({ kind: 'benchmark', benchmark: found });
    });

  countLeaf = ({ id }: Release, leaf: string): Promise<Result<number>> =>
    this.answer('countLeaf', id, () =>
      success((this.leaves.get(id) ?? []).filter((other) => other === leaf).length),
    );

  private refuseEntry({ authorization, nullifier }: SubmissionRecord): string | null {
    const { mode } = this.openCycle;
    const given = /^(MemberCode code|PrivateToken token)="([^"]+)"$/.exec(authorization ?? '');
    if (mode === 'open') return authorization === null ? null : 'Nothing is asked for.';
    if (mode === 'code') return this.spend(given?.[2] ?? '', nullifier);
    return this.issuer?.redeem(given?.[2] ?? '') === nullifier ? null : 'This token is not genuine.';
  }

  private spend(code: string, on: string): string | null {
    const spent = this.codes.get(code);
    if (spent === undefined) return 'This member code is not known.';
    if (spent !== null && spent !== on) return 'This member code was used before.';
    this.codes.set(code, on);
    return null;
  }

  private async answer<T>(
    what: string,
    given: unknown,
    act: () => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T>> {
    this.asked.push({ what, with: given });
    await this.waiting;
    const failure = this.failure;
    this.failure = null;
    if (failure?.reply) await act();
    return failure ? failed(failure.code, failure.message) : act();
  }
}

/** What the client sends of a record, and no more. */
const sentOf = ({ nullifier, owner, authorization, bytes, receipt }: SubmissionRecord) => ({
  ...{ nullifier, owner, authorization, bytes },
  revision: receipt?.revision ?? null,
});

async function ownerOf(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', Buffer.from(secret, 'base64url'));
  return Buffer.from(hash).toString('base64url');
}

export const receiptOf = ({
  nullifier,
  cycle,
  hash,
}: Pick<SubmissionRecord, 'nullifier' | 'cycle' | 'hash'>): Receipt => ({
  schema: 'jsp-receipt/1',
  nullifier,
  revision: 1,
  cycle,
  rowHash: hash,
  keyId: KEY,
  signature: 's'.repeat(86),
});

export const withdrawalOf = (nullifier: string, cycle: string, revision: number): Withdrawal => ({
  schema: 'jsp-withdrawal/1',
  nullifier,
  revision,
  cycle,
  keyId: KEY,
  signature: 's'.repeat(86),
});
