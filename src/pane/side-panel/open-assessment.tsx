import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Failure } from '../../words/result';
import { Pane } from '../pane';
import { FileBar } from './file-bar';
import { useSidePanel } from './side-panel-context';
import type { Opened } from './use-open-file';

const useStyles = makeStyles({
  // The pane fills a window of its own; here it stands below the tabs and the file's name.
  pane: { '& > .fui-FluentProvider': { minHeight: 0 } },
});

export interface OpenAssessmentProps {
  readonly opened: Opened;
  readonly onClose: () => void;
  /** Why it could not be closed. */
  readonly failure: Failure | null;
}

/** The file's name and state, and the very pane of the add-in over it; the inbox is where its captured evidence waits. */
export function OpenAssessment({ opened, onClose, failure }: OpenAssessmentProps) {
  const { inbox, theme } = useSidePanel();
  const styles = useStyles();
  const pane = useMemo(() => ({ ...opened.pane, captured: inbox, theme }), [opened, inbox, theme]);
  return (
    <>
      <FileBar opened={opened} onClose={onClose} failure={failure} />
      <div className={styles.pane}>
        <Pane {...pane} />
      </div>
    </>
  );
}
