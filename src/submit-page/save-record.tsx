import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Notice } from '../pane/parts/notice';
import { useLook } from '../pane/parts/use-look';
import { asked } from '../pane/store/asked';
import { useSubmit } from '../pane/submit/submit-context';
import { proofOf, recordFileName, recordFileText } from '../submission/record-file';
import type { BenchmarkPort } from '../submission/port';
import type { SubmissionRecord } from '../submission/record';
import type { Failure } from '../words/result';
import type { Words } from '../words/words';
import { usePage } from './page-context';

/** Hands the record over as a file; once that is done, this browser may forget it. */
export function SaveRecord({ record }: { readonly record: SubmissionRecord }) {
  const { words, benchmark } = useSubmit();
  const { save, shelf, begin } = usePage();
  const look = useLook();
  const [saved, setSaved] = useState<SubmissionRecord | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const name = recordFileName(record.cycle);
  const isSaved = saved === record;

  async function saveFile(): Promise<void> {
    const publicKey = await publicKeyOf(record, benchmark, words);
    const done = await asked(words, () => save(name, recordFileText(record, publicKey)));
    setFailure(done.ok ? null : done.failure);
    if (done.ok) setSaved(record);
  }

  function finish(): void {
    if (!isSaved) return;
    const forgotten = shelf.forget(record);
    if (forgotten.ok) begin();
    else setFailure(forgotten.failure);
  }

  return (
    <section className={look.card} aria-labelledby="save-title">
      <h2 id="save-title" className={look.heading}>
        {words('handover.saveTitle')}
      </h2>
      <p className={look.text}>{words('handover.saveWhat')}</p>
      {failure && (
        <Notice intent="error" title={words('handover.saveFailedTitle')}>
          {failure.message}
        </Notice>
      )}
      <div className={look.row}>
        <Button appearance={isSaved ? 'secondary' : 'primary'} onClick={() => void saveFile()}>
          {words('handover.saveRecord')}
        </Button>
        <Button appearance={isSaved ? 'primary' : 'secondary'} disabledFocusable={!isSaved} onClick={finish}>
          {words('handover.done')}
        </Button>
      </div>
      <p role="status" className={look.quiet}>
        {isSaved && `${words('handover.savedAs', { name })} `}
        {words(isSaved ? 'handover.doneWhat' : 'handover.doneFirst')}
      </p>
    </section>
  );
}

/** The key that signed the record's proof, so that a panel that asks nobody can check it; null where it is not to be had. */
async function publicKeyOf(
  record: SubmissionRecord,
  benchmark: BenchmarkPort,
  words: Words,
): Promise<string | null> {
  const keys = await asked(words, () => benchmark.keys());
  const id = proofOf(record)?.keyId;
  return (keys.ok && keys.value.receipt.find((key) => key.id === id)?.publicKey) || null;
}
