import { Button } from '@fluentui/react-components';
import { useLook } from '../pane/parts/use-look';
import { useSubmit } from '../pane/submit/submit-context';
import type { AfterProps } from '../pane/submit/submit-steps';
import { OtherRow } from './other-row';
import { SaveRecord } from './save-record';

/** The record to be saved; then another row for the place of this one, or its withdrawal. */
export function AfterReceipt({ record, openCycle, onCorrect, onWithdraw }: AfterProps) {
  const { words } = useSubmit();
  const look = useLook();
  const over = openCycle !== null && openCycle !== record.cycle;
  const withdrawn = record.state === 'withdrawn';
  return (
    <>
      <SaveRecord record={record} />
      {over && <p className={look.text}>{words('handover.notThisCycle', { cycle: openCycle })}</p>}
      {!over && record.owner !== null && (
        <OtherRow
          title={words(withdrawn ? 'handover.putBackTitle' : 'handover.changeRowTitle')}
          what={words(withdrawn ? 'handover.putBackWhat' : 'handover.changeRowWhat')}
          taken={withdrawn ? null : record.bytes}
          onRow={onCorrect}
        />
      )}
      {!withdrawn && record.owner !== null && (
        <Button className={look.start} onClick={onWithdraw}>
          {words('pane.toWithdrawal')}
        </Button>
      )}
    </>
  );
}
