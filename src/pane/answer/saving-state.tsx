import type { ItemId } from '../../rubric/schema';
import { usePaneState, useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

export interface SavingStateProps {
  readonly item: ItemId;
  /** Chosen here, not yet written: N/A without its reason. */
  readonly pending: boolean;
}

/** Whether the workbook holds what was chosen, in words; what it refused is told by `SavingTrouble`. */
export function SavingState({ item, pending }: SavingStateProps) {
  const words = useWords();
  const look = useLook();
  const { saving, answers, waiting } = usePaneState();
  const saved = [...saving.saved].some((cell) => cell.startsWith(`${item}.`));
  const cleared = answers?.assessment.entries.get(item)?.answer.state === 'blank';
  const text = waiting
    ? words('pane.waitingForExcel')
    : saving.busy
      ? words('pane.saving')
      : pending
        ? words('pane.notSavedYet')
        : saved
          ? words(cleared && saving.saved.has(`${item}.level`) ? 'pane.cleared' : 'pane.saved')
          : '';
  return (
    <p role="status" className={look.quiet}>
      {text}
    </p>
  );
}
