import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Notice } from '../pane/parts/notice';
import { useLook } from '../pane/parts/use-look';
import { useSubmit } from '../pane/submit/submit-context';
import type { InsteadProps } from '../pane/submit/submit-steps';
import { tookNothing } from '../submission/settle';
import type { Failure } from '../words/result';
import { OtherRow } from './other-row';
import { usePage } from './page-context';

/** Another row for the place of one that waits; and the way to be rid of one that the service refused. */
export function InsteadOfWaiting({ record, failure, onReview }: InsteadProps) {
  const { words } = useSubmit();
  const { shelf, begin } = usePage();
  const look = useLook();
  const [unforgotten, setUnforgotten] = useState<Failure | null>(null);
  const refused = failure !== null && tookNothing(failure.code);

  function forget(): void {
    const forgotten = shelf.forget(record);
    if (forgotten.ok) begin();
    else setUnforgotten(forgotten.failure);
  }

  return (
    <>
      <OtherRow
        title={words('handover.insteadTitle')}
        what={words('handover.insteadWhat')}
        taken={null}
        onRow={onReview}
      />
      {refused && (
        <div className={look.stack}>
          <p className={look.text}>{words('handover.forgetWhat')}</p>
          <Button className={look.start} onClick={forget}>
            {words('handover.forget')}
          </Button>
          {unforgotten && (
            <Notice intent="error" title={words('handover.notForgottenTitle')}>
              {unforgotten.message}
            </Notice>
          )}
        </div>
      )}
    </>
  );
}
