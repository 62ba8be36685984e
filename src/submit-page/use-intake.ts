import { useState } from 'react';
import { useSubmit } from '../pane/submit/submit-context';
import type { Failure, Result } from '../words/result';
import { usePage } from './page-context';
import { readHanded, readOpenRow } from './read-handed';

export interface Intake {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly take: (text: string) => void;
}

/** Reads what is handed in, one text at a time, and says why it will not do. */
function useTaking(read: (text: string) => Promise<Result<() => void>>): Intake {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function take(text: string): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const goOn = await read(text);
    setBusy(false);
    if (goOn.ok) goOn.value();
    else setFailure(goOn.failure);
  }
  return { busy, failure, take: (text) => void take(text) };
}

/** Takes a row or a record: a row goes on to its review, a record is kept and looked at. */
export function useIntake(onReview: () => void, onBack: () => void): Intake {
  const ports = useSubmit();
  const page = usePage();
  return useTaking(async (text) => {
    const handed = await readHanded(text, { ...ports, ...page });
    if (!handed.ok) return handed;
    if (handed.value.kind === 'record') {
      const kept = await page.shelf.saveSubmission(handed.value.record);
      return kept.ok ? { ok: true, value: onBack } : kept;
    }
    const row = handed.value.handed;
    return {
      ok: true,
      value() {
        page.holder.put(row);
        onReview();
      },
    };
  });
}

/** Takes a row for the place of one that was handed in before; `refused` says why one will not do there. */
export function useOtherRow(onRow: () => void, refused: (bytes: string) => Failure | null): Intake {
  const ports = useSubmit();
  const page = usePage();
  return useTaking(async (text) => {
    const row = await readOpenRow(text, { ...ports, ...page });
    if (!row.ok) return row;
    const failure = refused(row.value.bytes);
    if (failure) return { ok: false, failure };
    return {
      ok: true,
      value() {
        page.holder.put(row.value);
        onRow();
      },
    };
  });
}
