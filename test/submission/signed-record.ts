import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { receiptBytes, withdrawalBytes } from '../../src/submission/receipt';
import type { Receipt, SubmissionRecord, Withdrawal } from '../../src/submission/record';

/** A service's key, and what it signs. */
export class ReceiptKey {
  private readonly key: KeyObject = generateKeyPairSync('ed25519').privateKey;
  /** Raw, base64url. */
  readonly publicKey = this.key.export({ format: 'jwk' }).x ?? '';
  readonly id = sha256(Buffer.from(this.publicKey, 'base64url'), 'base64url');

  receipt(nullifier: string, cycle: string, rowHash: string, revision = 1): Receipt {
    const unsigned = {
      ...({ schema: 'jsp-receipt/1', nullifier, revision, cycle } as const),
      ...{ rowHash, keyId: this.id },
    };
    return { ...unsigned, signature: this.signature(receiptBytes(unsigned)) };
  }

  withdrawal(nullifier: string, cycle: string, revision = 2): Withdrawal {
    const unsigned = { schema: 'jsp-withdrawal/1', nullifier, revision, cycle, keyId: this.id } as const;
    return { ...unsigned, signature: this.signature(withdrawalBytes(unsigned)) };
  }

  /** The record of a row that was taken as these bytes. */
  record(bytes: string, change: Partial<SubmissionRecord> = {}): SubmissionRecord {
    const { cycle } = JSON.parse(bytes) as { cycle: string };
    const nullifier = change.nullifier ?? 'N'.repeat(43);
    const hash = sha256(bytes, 'hex');
    return {
      ...{ nullifier, cycle, endpoint: 'https://benchmark.example', bytes, hash, prepared: '2026-11-23' },
      ...{ state: 'accepted', receipt: this.receipt(nullifier, cycle, hash), owner: 'O'.repeat(43) },
      ...{ authorization: null, correction: null, withdrawal: null },
      ...change,
    };
  }

  /** The same row once it was taken back. */
  withdrawn(bytes: string): SubmissionRecord {
    const record = this.record(bytes, { state: 'withdrawn' });
    return { ...record, withdrawal: this.withdrawal(record.nullifier, record.cycle) };
  }

  private signature(bytes: Uint8Array): string {
    return sign(null, bytes, this.key).toString('base64url');
  }
}

const sha256 = (bytes: string | Uint8Array, form: 'hex' | 'base64url'): string =>
  createHash('sha256').update(bytes).digest(form);
