import { useMemo } from 'react';
import { usePane } from '../pane-context';
import { LazyView } from '../parts/lazy-view';
import { AfterProof } from './after-proof';
import { SubmitContext } from './submit-context';
import { SubmitForm } from './submit-form';
import { type Surroundings, SubmitSteps } from './submit-steps';
import { TakeBack } from './take-back';
import { useAnswerSource } from './use-answer-source';

const IN_THE_PANE: Surroundings = { Form: SubmitForm, After: AfterProof, Instead: TakeBack };
const loadHandOver = () => import('./hand-over-view');

/** Sends the row of the answers, or hands it over where the pane sends nothing. */
export default function SubmitView() {
  return usePane().handOver ? <LazyView load={loadHandOver} /> : <SendingView />;
}

function SendingView() {
  const pane = usePane();
  const source = useAnswerSource();
  const ports = useMemo(() => ({ ...pane, source, shelf: pane.workbook }), [pane, source]);
  return (
    <SubmitContext value={ports}>
      <SubmitSteps {...IN_THE_PANE} />
    </SubmitContext>
  );
}
