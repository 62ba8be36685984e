import { Button } from '@fluentui/react-components';
import type { WordKey } from '../../words/words';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import type { FileState } from './file-watch';
import { useSidePanel } from './side-panel-context';

export interface CloseQuestionProps {
  /** Where the answers are that are not in the file; with none of them only the download is missing. */
  readonly unsaved: FileState['refused'];
  readonly onClose: () => void;
  /** Closes without them for good. */
  readonly onForget: () => void;
  readonly onStay: () => void;
}

const ASKED = {
  none: ['panel.closeCopyTitle', 'panel.closeCopy'],
  kept: ['panel.closeUnsavedTitle', 'panel.closeUnsaved'],
  'only-here': ['panel.closeUnsavedTitle', 'panel.closeUnkept'],
} as const satisfies Readonly<Record<FileState['refused'], readonly [title: WordKey, text: WordKey]>>;

/** Before a file is closed that has something to lose. */
export function CloseQuestion({ unsaved, onClose, onForget, onStay }: CloseQuestionProps) {
  const { words } = useSidePanel();
  const look = useLook();
  const [title, text] = ASKED[unsaved];
  return (
    <div className={look.stack}>
      <Notice intent="warning" title={words(title)}>
        {words(text)}
      </Notice>
      <div className={look.row}>
        <Button autoFocus size="small" appearance="primary" onClick={onStay}>
          {words('panel.stay')}
        </Button>
        <Button size="small" onClick={onClose}>
          {words('panel.closeAnyway')}
        </Button>
        {unsaved === 'kept' && (
          <Button size="small" onClick={onForget}>
            {words('panel.closeForgetting')}
          </Button>
        )}
      </div>
    </div>
  );
}
