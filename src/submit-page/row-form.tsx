import { Notice } from '../pane/parts/notice';
import { Progress } from '../pane/parts/progress';
import { useLook } from '../pane/parts/use-look';
import { useSubmit } from '../pane/submit/submit-context';
import type { FormProps } from '../pane/submit/submit-steps';
import { TextIntake } from '../pane/submit/text-intake';
import { OpenCycle } from './open-cycle';
import { useIntake } from './use-intake';

/** Where the page begins: what it does, which cycle is open, and the way in for a row or a record. */
export function RowForm({ busy, failure, onReview, onBack }: FormProps) {
  const { words, benchmark } = useSubmit();
  const look = useLook();
  const intake = useIntake(onReview, onBack);
  const trouble = intake.failure ?? failure;
  const waits = busy || intake.busy;
  return (
    <div className={look.view}>
      <p className={look.text}>{words('handover.pageWhat')}</p>
      <OpenCycle />
      <section className={look.card} aria-labelledby="intake-title">
        <h2 id="intake-title" className={look.heading}>
          {words('handover.intakeTitle')}
        </h2>
        <TextIntake
          label={words('handover.intakeText')}
          hint={words('handover.intakeHint')}
          chooseFile={words('handover.chooseRow')}
          usePasted={words('handover.usePasted')}
          disabled={waits}
          onText={intake.take}
        />
        {waits && <Progress label={words('handover.checking')} />}
        {trouble && !waits && (
          <Notice intent="error" title={words('handover.rowRefusedTitle')}>
            {trouble.message}
          </Notice>
        )}
      </section>
      <p className={look.quiet}>{words('handover.pageKeeps', { endpoint: benchmark.endpoint })}</p>
    </div>
  );
}
