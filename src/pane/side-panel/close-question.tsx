import { Button } from '@fluentui/react-components';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { useSidePanel } from './side-panel-context';

export interface CloseQuestionProps {
  /** Answers are not in the file and would be lost; otherwise only the download is missing. */
  readonly unsaved: boolean;
  readonly onClose: () => void;
  readonly onStay: () => void;
}

/** Before a file is closed that has something to lose. */
export function CloseQuestion({ unsaved, onClose, onStay }: CloseQuestionProps) {
  const { words } = useSidePanel();
  const look = useLook();
  return (
    <div className={look.stack}>
      <Notice intent="warning" title={words(unsaved ? 'panel.closeUnsavedTitle' : 'panel.closeCopyTitle')}>
        {words(unsaved ? 'panel.closeUnsaved' : 'panel.closeCopy')}
      </Notice>
      <div className={look.row}>
        <Button autoFocus size="small" appearance="primary" onClick={onStay}>
          {words('panel.stay')}
        </Button>
        <Button size="small" onClick={onClose}>
          {words('panel.closeAnyway')}
        </Button>
      </div>
    </div>
  );
}
