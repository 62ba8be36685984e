import { Notice } from '../pane/parts/notice';
import { Progress } from '../pane/parts/progress';
import { useLook } from '../pane/parts/use-look';
import { useSubmit } from '../pane/submit/submit-context';
import { TextIntake } from '../pane/submit/text-intake';
import { useOtherRow } from './use-intake';

export interface OtherRowProps {
  readonly title: string;
  readonly what: string;
  /** Bytes that would change nothing; null where any row does. */
  readonly taken: string | null;
  readonly onRow: () => void;
}

/** The way in for a row that is to go in the place of another. */
export function OtherRow({ title, what, taken, onRow }: OtherRowProps) {
  const { words } = useSubmit();
  const look = useLook();
  const same = { code: 'row-same', message: words('handover.sameRow') };
  const intake = useOtherRow(onRow, (bytes) => (bytes === taken ? same : null));
  return (
    <section className={look.card} aria-labelledby="other-row-title">
      <h2 id="other-row-title" className={look.heading}>
        {title}
      </h2>
      <p className={look.text}>{what}</p>
      <TextIntake
        label={words('handover.rowText')}
        hint={words('handover.rowHint')}
        chooseFile={words('handover.chooseRow')}
        usePasted={words('handover.usePasted')}
        disabled={intake.busy}
        onText={intake.take}
      />
      {intake.busy && <Progress label={words('handover.checking')} />}
      {intake.failure && (
        <Notice intent="error" title={words('handover.rowRefusedTitle')}>
          {intake.failure.message}
        </Notice>
      )}
    </section>
  );
}
