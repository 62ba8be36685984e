import { usePane, usePaneState } from '../pane-context';
import { Notice } from './notice';

/** Changes that the workbook refused: why, and the way to write them after all; nothing while there are none. */
export function SavingTrouble() {
  const { words, store } = usePane();
  const { saving } = usePaneState();
  if (!saving.failure) return null;
  return (
    <Notice
      intent="error"
      title={words('pane.notSavedTitle', { count: saving.refused.length })}
      action={{
        label: words('pane.tryAgain'),
        run: () => void store.writeRefused(),
        disabled: saving.busy,
      }}
    >
      {saving.failure.message}
    </Notice>
  );
}
