import { useCallback, useEffect, useState } from 'react';
import type { Cycle } from '../../submission/port';
import { hashOf } from '../../submission/prepare';
import { verifyReceipt, verifyWithdrawal } from '../../submission/receipt';
import type { SubmissionRecord } from '../../submission/record';
import { asked } from '../store/asked';
import { useSubmit } from './submit-context';
import type { SubmitPorts } from './submit-parts';

export type Verified = 'checking' | 'valid' | 'former' | 'invalid' | 'unsupported' | 'unknown';

export interface ReceiptCheck {
  readonly verified: Verified;
  /** The cycle that is open now, if the service said so. */
  readonly cycle: Cycle | null;
  readonly again: () => void;
}

/**
 * Checks what proves a row or its withdrawal, here: that its bytes have the hash that the service signed, with its
 * current key or a former one. Only public keys are asked for; the service learns nothing of the row.
 */
export function useReceiptCheck(record: SubmissionRecord): ReceiptCheck {
  const parts = useSubmit();
  const { words, benchmark, verify, digest } = parts;
  const [found, setFound] = useState<Pick<ReceiptCheck, 'verified' | 'cycle'>>({
    verified: 'checking',
    cycle: null,
  });
  const check = useCallback(async () => {
    const cycle = await asked(words, () => benchmark.cycle());
    const key = cycle.ok ? await keyOf(record, cycle.value, { words, benchmark }) : null;
    const verified = key ? await verdict(record, key, { verify, digest }) : 'unknown';
    return { verified, cycle: cycle.ok ? cycle.value : null };
  }, [words, benchmark, verify, digest, record]);

  useEffect(() => {
    let current = true;
    void check().then((result) => {
      if (current) setFound(result);
    });
    return () => {
      current = false;
    };
  }, [check]);

  const again = () => {
    setFound(({ cycle }) => ({ verified: 'checking', cycle }));
    void check().then(setFound);
  };
  return { ...found, again };
}

interface Key {
  readonly publicKey: string;
  readonly former: boolean;
}

const proofOf = ({ state, receipt, withdrawal }: SubmissionRecord) =>
  state === 'withdrawn' ? withdrawal : receipt;

async function keyOf(
  record: SubmissionRecord,
  { receiptKey }: Cycle,
  { words, benchmark }: Pick<SubmitPorts, 'words' | 'benchmark'>,
): Promise<Key | null> {
  const id = proofOf(record)?.keyId;
  if (id === receiptKey.id) return { publicKey: receiptKey.publicKey, former: false };
  const keys = await asked(words, () => benchmark.keys());
  const key = keys.ok ? keys.value.receipt.find((one) => one.id === id) : undefined;
  return key ? { publicKey: key.publicKey, former: key.state === 'former' } : null;
}

async function verdict(
  record: SubmissionRecord,
  { publicKey, former }: Key,
  { verify, digest }: Pick<SubmitPorts, 'verify' | 'digest'>,
): Promise<Verified> {
  const proof = proofOf(record);
  if (!proof) return 'unknown';
  const isReceipt = proof.schema === 'jsp-receipt/1';
  if (isReceipt && proof.rowHash !== (await hashOf(record.bytes, digest))) return 'invalid';
  const genuine = isReceipt
    ? await verifyReceipt(proof, publicKey, verify)
    : await verifyWithdrawal(proof, publicKey, verify);
  if (genuine === 'unsupported') return 'unsupported';
  return genuine ? (former ? 'former' : 'valid') : 'invalid';
}
