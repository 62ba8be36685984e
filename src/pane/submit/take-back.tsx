import { Button } from '@fluentui/react-components';
import { tookNothing } from '../../submission/settle';
import { useLook } from '../parts/use-look';
import { useSubmit } from './submit-context';
import type { InsteadProps } from './submit-steps';

/** The way to be rid of a row that waits: at once where the service took nothing, by asking it where that is not known. */
export function TakeBack({ record, failure, onTakeBack, onWithdraw }: InsteadProps) {
  const { words, benchmark } = useSubmit();
  const look = useLook();
  const nothing = failure !== null && tookNothing(failure.code);
  if (!nothing && (record.owner === null || record.endpoint !== benchmark.endpoint)) return null;
  return (
    <div className={look.stack}>
      <p className={look.text}>{words(nothing ? 'pane.takeBackWhat' : 'pane.withdrawWaiting')}</p>
      <Button className={look.start} onClick={nothing ? onTakeBack : onWithdraw}>
        {words(nothing ? 'pane.takeBack' : 'pane.toWithdrawal')}
      </Button>
    </div>
  );
}
