import { proofOf } from '../../submission/record-file';
import type { SubmissionRecord } from '../../submission/record';
import { dayWords } from '../day-words';
import { Disclosure } from '../parts/disclosure';
import { Facts } from '../parts/facts';
import { ExactBytes } from './exact-bytes';
import { KeyId, RowHash } from './fingerprint';
import { useSubmit } from './submit-context';

/** Which row of which cycle the service signed for, and with which key. */
export function ProofFacts({ record }: { readonly record: SubmissionRecord }) {
  const { words } = useSubmit();
  const { endpoint, cycle, prepared, hash, bytes } = record;
  const proof = proofOf(record);
  return (
    <>
      <Facts facts={[[words('pane.sentTo'), endpoint]]} />
      <Facts
        facts={[
          [words('pane.cycle'), cycle],
          [words('pane.prepared'), dayWords(prepared, words)],
          [words('pane.revision'), words('pane.number', { value: proof?.revision ?? 0 })],
        ]}
      />
      <RowHash hash={hash} />
      {proof && <KeyId of="receipt" id={proof.keyId} />}
      <Disclosure title={words('pane.whatWasSent')}>
        <ExactBytes bytes={bytes} />
      </Disclosure>
    </>
  );
}
