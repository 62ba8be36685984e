import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Failure } from '../../words/result';
import { usePane, useWords } from '../pane-context';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { AddRecord } from './add-record';
import { HandOverReview } from './hand-over-review';
import { HeldRecord } from './held-record';
import { Loading } from './loading';
import { NotReady } from './not-ready';
import { ProfileCard } from './profile-card';
import { RecordsUnreadable } from './records-unreadable';
import { SubmitContext } from './submit-context';
import { useAnswerSource } from './use-answer-source';
import { type HandOverActions, useHandOver } from './use-hand-over';

/** The Submit view of a pane that sends nothing: the same row, byte for byte, taken to the benchmark's own page. */
export default function HandOverView() {
  const pane = usePane();
  const { handOver } = pane;
  if (!handOver) throw new Error('A row is handed over where nobody takes it');
  const source = useAnswerSource();
  const ports = useMemo(
    () => ({ ...pane, handOver, source, shelf: pane.workbook }),
    [pane, handOver, source],
  );
  const { state, actions } = useHandOver(ports);
  return (
    <SubmitContext value={ports}>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'unreadable' && <RecordsUnreadable failure={state.failure} onAgain={actions.back} />}
      {state.kind === 'form' && <HandOverForm {...state} actions={actions} />}
      {state.kind === 'review' && <HandOverReview {...state} handOver={handOver} actions={actions} />}
      {state.kind === 'kept' && <HeldRecord {...state} handOver={handOver} actions={actions} />}
    </SubmitContext>
  );
}

interface FormProps {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly actions: HandOverActions;
}

function HandOverForm({ busy, failure, actions }: FormProps) {
  const words = useWords();
  const look = useLook();
  return (
    <div className={look.view}>
      <p className={look.text}>{words('handover.formWhat')}</p>
      <ProfileCard />
      {failure && <NotReady failure={failure} onAgain={actions.review} />}
      <div className={look.stack}>
        <Button appearance="primary" className={look.start} disabledFocusable={busy} onClick={actions.review}>
          {words('handover.review')}
        </Button>
        {busy && <Progress label={words('handover.preparing')} />}
        <p className={look.quiet}>{words('handover.formQuiet')}</p>
      </div>
      <AddRecord actions={actions} />
    </div>
  );
}
