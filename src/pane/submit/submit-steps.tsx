import { type ComponentType, useEffect } from 'react';
import type { Failure } from '../../words/result';
import type { SubmissionRecord } from '../../submission/record';
import { useWords } from '../pane-context';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { Accepted } from './accepted';
import { CorrectionView } from './correction-view';
import { Loading } from './loading';
import { MemberCodeView } from './member-code-view';
import { RecordsUnreadable } from './records-unreadable';
import { ReviewView } from './review-view';
import type { SubmissionState } from './submission-state';
import { TokenView } from './token-view';
import { useSubmission } from './use-submission';
import { Waiting } from './waiting';
import { WithdrawalView } from './withdrawal-view';
import { Withdrawn } from './withdrawn';

export interface FormProps {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** A row that waited was taken back just now. */
  readonly takenBack?: true;
  readonly onReview: () => void;
  /** Looks again at what is kept. */
  readonly onBack: () => void;
}

export interface AfterProps {
  readonly record: SubmissionRecord;
  /** The cycle that is open now, if the service said so. */
  readonly openCycle: string | null;
  /** Whether what proves it is kept. */
  readonly kept: boolean;
  readonly onReview: () => void;
  readonly onCorrect: () => void;
  readonly onWithdraw: () => void;
}

export interface InsteadProps {
  readonly record: SubmissionRecord;
  readonly failure: Failure | null;
  readonly onReview: () => void;
  readonly onBack: () => void;
  /** Takes it out of what is kept: only where the service has nothing of it. */
  readonly onTakeBack: () => void;
  /** Asks the service to delete it, should it have it. */
  readonly onWithdraw: () => void;
}

/** What differs between the pane and the benchmark's own page. */
export interface Surroundings {
  /** Where a row comes from. */
  readonly Form: ComponentType<FormProps>;
  /** What can be done once the service has signed a receipt or a withdrawal. */
  readonly After: ComponentType<AfterProps>;
  /** What else can be done with a row that waits. */
  readonly Instead?: ComponentType<InsteadProps>;
  /** Called whenever another view takes the place of the one before. */
  readonly onStep?: (step: SubmissionState['kind']) => void;
}

/** From the row to the receipt and beyond. What is shown is what is sent, and it is kept before it is sent. */
export function SubmitSteps({ Form, After, Instead, onStep }: Surroundings) {
  const words = useWords();
  const look = useLook();
  const { state, actions, secrets } = useSubmission();
  const { back, review, correct, keep } = actions;
  useEffect(() => onStep?.(state.kind), [onStep, state.kind]);
  const next = { onReview: review, onCorrect: correct, onWithdraw: actions.toWithdrawal };
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'unreadable':
      return <RecordsUnreadable failure={state.failure} onAgain={back} />;
    case 'form':
      return <Form {...state} onReview={review} onBack={back} />;
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
      return (
        <Waiting {...state} onSend={actions.sendAgain} onReview={review} onCorrect={correct}>
          {Instead && (
            <Instead
              {...state}
              onReview={review}
              onBack={back}
              onTakeBack={actions.takeBack}
              onWithdraw={actions.toWithdrawal}
            />
          )}
        </Waiting>
      );
    case 'accepted':
      return (
        <Accepted {...state} onKeep={keep}>
          {(openCycle) => <After {...state} kept={state.unsaved === null} openCycle={openCycle} {...next} />}
        </Accepted>
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
      return (
        <Withdrawn {...state} onKeep={keep}>
          {(openCycle) => <After {...state} kept={state.unsaved === null} openCycle={openCycle} {...next} />}
        </Withdrawn>
      );
  }
}
