import { useWords } from '../pane-context';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { Accepted } from './accepted';
import { CorrectionView } from './correction-view';
import { MemberCodeView } from './member-code-view';
import { ReviewView } from './review-view';
import { SubmitForm } from './submit-form';
import { TokenView } from './token-view';
import { useSubmission } from './use-submission';
import { Waiting } from './waiting';
import { WithdrawalView } from './withdrawal-view';
import { Withdrawn } from './withdrawn';

/** From the answers to the receipt and beyond. What is shown is what is sent, and it is in the workbook before it is sent. */
export default function SubmitView() {
  const words = useWords();
  const look = useLook();
  const { state, actions, secrets } = useSubmission();
  const { back, review, correct, keep } = actions;
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
            action={{ label: words('pane.tryAgain'), run: back }}
          >
            {state.failure.message}
          </Notice>
        </div>
      );
    case 'form':
      return <SubmitForm busy={state.busy} failure={state.failure} onReview={review} />;
    case 'member-code':
      return <MemberCodeView cycle={state.cycle} onCode={actions.giveCode} onBack={back} />;
    case 'token':
      return <TokenView state={state} onCode={actions.getToken} onReview={review} onBack={back} />;
    case 'review':
      return <ReviewView {...state} onSubmit={actions.submit} onReview={review} onBack={back} />;
    case 'sending':
      return (
        <div className={look.view}>
          <div role="status" className={look.stack}>
            <p className={look.text}>{words(`pane.sending-${state.what}`)}</p>
            <Progress label={words(`pane.sending-${state.what}`)} />
            <p className={look.quiet}>{words(`pane.sendingSafe-${state.what}`)}</p>
          </div>
        </div>
      );
    case 'waiting':
      return <Waiting {...state} onSend={actions.sendAgain} onReview={review} onCorrect={correct} />;
    case 'accepted':
      return (
        <Accepted
          {...state}
          onKeep={keep}
          onReview={review}
          onCorrect={correct}
          onWithdraw={actions.toWithdrawal}
        />
      );
    case 'correction':
      return (
        <CorrectionView
          {...state}
          key={state.draft.record.correction?.hash}
          secrets={secrets}
          onSend={actions.sendCorrection}
          onReview={actions.correctAgain}
          onBack={back}
          onDiscard={actions.discard}
        />
      );
    case 'withdrawal':
      return <WithdrawalView {...state} secrets={secrets} onWithdraw={actions.withdraw} onBack={back} />;
    case 'withdrawn':
      return <Withdrawn {...state} onKeep={keep} onReview={review} onCorrect={correct} />;
  }
}
