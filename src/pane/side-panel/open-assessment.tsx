import { makeStyles } from '@fluentui/react-components';
import type { Failure } from '../../words/result';
import { LazyView } from '../parts/lazy-view';
import { FileBar } from './file-bar';
import { OpenedContext } from './opened-context';
import type { Desk, Opened } from './use-open-file';

const useStyles = makeStyles({
  // The pane fills a window of its own; here it stands below the tabs and the file's name.
  pane: { '& > .fui-FluentProvider': { minHeight: 0 } },
});

export interface OpenAssessmentProps {
  readonly opened: Opened;
  readonly onClose: () => void;
  readonly onSettle: Desk['settle'];
  /** Why it could not be closed. */
  readonly failure: Failure | null;
}

// Who only captures does not wait for it.
const loadPane = () => import('./pane-of-file');

/** The file's name and state, and the pane over it. */
export function OpenAssessment({ opened, onClose, onSettle, failure }: OpenAssessmentProps) {
  const styles = useStyles();
  return (
    <OpenedContext value={opened}>
      <FileBar opened={opened} onClose={onClose} onSettle={onSettle} failure={failure} />
      <div className={styles.pane}>
        <LazyView load={loadPane} />
      </div>
    </OpenedContext>
  );
}
