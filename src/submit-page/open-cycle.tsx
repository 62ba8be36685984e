import { useCallback, useEffect, useState } from 'react';
import { dayWords } from '../pane/day-words';
import { Notice } from '../pane/parts/notice';
import { useLook } from '../pane/parts/use-look';
import { asked } from '../pane/store/asked';
import { useSubmit } from '../pane/submit/submit-context';
import type { Cycle } from '../submission/port';
import type { Result } from '../words/result';
import { usePage } from './page-context';

/** Which cycle the service takes rows for, until when, and from whom. */
export function OpenCycle() {
  const { words, benchmark } = useSubmit();
  const { today } = usePage();
  const look = useLook();
  const [cycle, setCycle] = useState<Result<Cycle> | null>(null);
  const ask = useCallback(() => {
    setCycle(null);
    void asked(words, () => benchmark.cycle()).then(setCycle);
  }, [words, benchmark]);
  useEffect(ask, [ask]);

  if (cycle === null) {
    return (
      <p role="status" className={look.quiet}>
        {words('pane.loading')}
      </p>
    );
  }
  if (!cycle.ok) {
    return (
      <Notice
        intent="error"
        title={words('handover.cycleFailedTitle')}
        action={{ label: words('pane.tryAgain'), run: ask }}
      >
        {cycle.failure.message}
      </Notice>
    );
  }
  const { cycle: name, closes, mode } = cycle.value;
  const open = today() <= closes;
  return (
    <section className={look.stack} aria-labelledby="cycle-title">
      <h2 id="cycle-title" className={look.heading}>
        {words(open ? 'handover.cycleTitle' : 'handover.cycleOver', { cycle: name })}
      </h2>
      <p className={look.text}>
        {words(open ? 'handover.cycleCloses' : 'handover.cycleClosed', { closes: dayWords(closes, words) })}
      </p>
      <p className={look.quiet}>{words(`pane.mode-${mode}`)}</p>
    </section>
  );
}
