import { useWords } from '../pane-context';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { Accepted } from './accepted';
import { ReviewView } from './review-view';
import { SubmitForm } from './submit-form';
import { useSubmission } from './use-submission';
import { Waiting } from './waiting';

/** From the answers to the receipt. What is shown is what is sent, and it is in the workbook before it is sent. */
export default function SubmitView() {
  const words = useWords();
  const look = useLook();
  const { state, actions } = useSubmission();
  switch (state.kind) {
    case 'loading':
      return (
        <p role="status" className={look.view}>
          {words('pane.loading')}
        </p>
      );
    case 'unreadable':
      return (
        <div className={look.view}>
          <Notice
            intent="error"
            title={words('pane.recordsFailedTitle')}
            action={{ label: words('pane.tryAgain'), run: actions.reload }}
          >
            {state.failure.message}
          </Notice>
        </div>
      );
    case 'form':
      return <SubmitForm busy={state.busy} failure={state.failure} onReview={actions.review} />;
    case 'review':
      return (
        <ReviewView {...state} onSubmit={actions.submit} onReview={actions.review} onBack={actions.back} />
      );
    case 'sending':
      return (
        <div className={look.view}>
          <div role="status" className={look.stack}>
            <p className={look.text}>{words('pane.sending')}</p>
            <Progress label={words('pane.sending')} />
            <p className={look.quiet}>{words('pane.sendingSafe')}</p>
          </div>
        </div>
      );
    case 'waiting':
      return <Waiting {...state} onSend={actions.sendAgain} onReview={actions.review} />;
    case 'accepted':
      return <Accepted {...state} onKeep={actions.keepReceipt} onReview={actions.review} />;
  }
}
