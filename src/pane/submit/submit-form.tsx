import { Button } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { NotReady } from './not-ready';
import { ProfileCard } from './profile-card';
import type { FormProps } from './submit-steps';

/** How much to send, then the review. */
export function SubmitForm({ busy, failure, takenBack, onReview }: FormProps) {
  const { words, benchmark } = usePane();
  const look = useLook();
  return (
    <div className={look.view}>
      {takenBack && (
        <Notice intent="success" title={words('pane.takenBackTitle')}>
          {words('pane.takenBack')}
        </Notice>
      )}
      <p className={look.text}>{words('pane.submitWhat')}</p>
      <ProfileCard />
      {failure && <NotReady failure={failure} onAgain={onReview} />}
      <div className={look.stack}>
        <Button appearance="primary" className={look.start} disabledFocusable={busy} onClick={onReview}>
          {words('pane.reviewAndSubmit')}
        </Button>
        {busy && <Progress label={words('pane.preparing')} />}
        <p className={look.quiet}>{words('pane.reviewFirst', { endpoint: benchmark.endpoint })}</p>
      </div>
    </div>
  );
}
