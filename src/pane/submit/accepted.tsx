import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Cycle } from '../../submission/port';
import { verifyReceipt } from '../../submission/receipt';
import type { SubmissionRecord } from '../../submission/record';
import type { Failure } from '../../words/result';
import { dayWords } from '../day-words';
import { useAnswers, usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { Facts } from '../parts/facts';
import { asked } from '../store/asked';
import { ExactBytes } from './exact-bytes';
import { RowHash } from './row-hash';
import { differsFrom } from './row-now';

export interface AcceptedProps {
  readonly record: SubmissionRecord;
  readonly unsaved: Failure | null;
  readonly onKeep: () => void;
  readonly onReview: () => void;
}

/** The service has the row: its receipt, whether the signature holds, and what changed since. */
export function Accepted({ record, unsaved, onKeep, onReview }: AcceptedProps) {
  const { words, rubric } = usePane();
  const answers = useAnswers();
  const look = useLook();
  const { cycle, verified } = useReceiptCheck(record);
  const changed = differsFrom(record, answers, rubric, words);
  const nextCycle = cycle && cycle.cycle !== record.cycle ? cycle : null;
  return (
    <div className={look.view}>
      <Notice intent="success" title={words('pane.acceptedTitle', { cycle: record.cycle })}>
        {words('pane.accepted')}
      </Notice>
      {unsaved && (
        <Notice
          intent="error"
          title={words('pane.receiptUnsavedTitle')}
          action={{ label: words('pane.tryAgain'), run: onKeep }}
        >
          {unsaved.message}
        </Notice>
      )}
      <section className={look.card} aria-labelledby="receipt-title">
        <h2 id="receipt-title" className={look.heading}>
          {words('pane.receipt')}
        </h2>
        <p role="status" className={look.text}>
          {words(`pane.signature-${verified}`)}
        </p>
        <Facts facts={[[words('pane.sentTo'), record.endpoint]]} />
        <Facts
          facts={[
            [words('pane.cycle'), record.cycle],
            [words('pane.prepared'), dayWords(record.prepared, words)],
            [words('pane.revision'), words('pane.number', { value: record.receipt?.revision ?? 0 })],
          ]}
        />
        <RowHash hash={record.hash} />
        <Disclosure title={words('pane.whatWasSent')}>
          <ExactBytes record={record} />
        </Disclosure>
      </section>
      {nextCycle ? (
        <div className={look.stack}>
          <p className={look.text}>{words('pane.nextCycle', { cycle: nextCycle.cycle })}</p>
          <Button appearance="primary" className={look.start} onClick={onReview}>
            {words('pane.reviewAndSubmit')}
          </Button>
        </div>
      ) : (
        changed && (
          <Notice intent="info" title={words('pane.changedTitle')}>
            {words('pane.changedSince', { cycle: record.cycle })}
          </Notice>
        )
      )}
    </div>
  );
}

type Verified = 'checking' | 'valid' | 'invalid' | 'unsupported' | 'unknown';

/** Checks the receipt's signature with the key that the service publishes now; a receipt of an older key stays unknown. */
function useReceiptCheck({ receipt, hash }: SubmissionRecord) {
  const { words, benchmark, verify } = usePane();
  const [found, setFound] = useState<{ cycle: Cycle | null; verified: Verified }>({
    cycle: null,
    verified: 'checking',
  });
  useEffect(() => {
    let current = true;
    const check = async (): Promise<{ cycle: Cycle | null; verified: Verified }> => {
      const cycle = await asked(words, () => benchmark.cycle());
      if (!cycle.ok) return { cycle: null, verified: 'unknown' };
      const { id, publicKey } = cycle.value.receiptKey;
      if (!receipt || receipt.keyId !== id) return { cycle: cycle.value, verified: 'unknown' };
      const genuine = await verifyReceipt(receipt, publicKey, verify);
      if (genuine === 'unsupported') return { cycle: cycle.value, verified: 'unsupported' };
      return { cycle: cycle.value, verified: genuine && receipt.rowHash === hash ? 'valid' : 'invalid' };
    };
    void check().then((result) => {
      if (current) setFound(result);
    });
    return () => {
      current = false;
    };
  }, [words, benchmark, verify, receipt, hash]);
  return found;
}
