import type { ItemId } from '../../rubric/schema';
import { usePaneState, useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

export interface SavingStateProps {
  readonly item: ItemId;
  /** Chosen here, not yet written: N/A without its reason. */
  readonly pending: boolean;
}

/** Whether the workbook holds what was chosen, in words. */
export function SavingState({ item, pending }: SavingStateProps) {
  const words = useWords();
  const look = useLook();
  const { saving } = usePaneState();
  const saved = [...saving.saved].some((cell) => cell.startsWith(`${item}.`));
  const refused = saving.refused.some((change) => 'item' in change && change.item === item);
  const text = saving.busy
    ? words('pane.saving')
    : pending
      ? words('pane.notSavedYet')
      : refused
        ? words('pane.notSaved')
        : saved
          ? words('pane.saved')
          : '';
  return (
    <p role="status" className={look.quiet}>
      {text}
    </p>
  );
}
