import { Button } from '@fluentui/react-components';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { itemsOf } from './items-of';
import { useSidePanel } from './side-panel-context';
import type { Doubtful } from './side-panel-props';

export interface WhoseAnswersProps {
  readonly file: string;
  readonly doubtful: Doubtful;
  readonly onTake: () => void;
  readonly onLeave: () => void;
  readonly onForget: () => void;
}

/** Answers that a file refused which may be this one: asked, not guessed. */
export function WhoseAnswers({ file, doubtful, onTake, onLeave, onForget }: WhoseAnswersProps) {
  const { words } = useSidePanel();
  const look = useLook();
  const items = itemsOf(doubtful.changes);
  return (
    <div className={look.stack}>
      <Notice intent="warning" title={words('panel.whoseTitle')}>
        {words(items === '' ? 'panel.whoseProfile' : 'panel.whose', { former: doubtful.file, file, items })}
      </Notice>
      <div className={look.row}>
        <Button size="small" appearance="primary" onClick={onLeave}>
          {words('panel.whoseLeave')}
        </Button>
        <Button size="small" onClick={onTake}>
          {words('panel.whoseTake')}
        </Button>
        <Button size="small" onClick={onForget}>
          {words('panel.whoseForget')}
        </Button>
      </div>
    </div>
  );
}
