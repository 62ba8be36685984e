import { Button } from '@fluentui/react-components';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { useSubmit } from './submit-context';
import type { AfterProps } from './submit-steps';

/** The next cycle's row once it is open; until then, this one can be corrected or put back, and withdrawn at any time. */
export function AfterProof(props: AfterProps) {
  const { record, openCycle, kept, onReview } = props;
  const { words } = useSubmit();
  const look = useLook();
  const over = openCycle !== null && openCycle !== record.cycle;
  const withdrawn = record.state === 'withdrawn';
  if (!kept) return null;
  return (
    <>
      {over && (
        <div className={look.stack}>
          <p className={look.text}>{words('pane.nextCycle', { cycle: openCycle })}</p>
          <Button
            {...(!withdrawn && { appearance: 'primary' as const })}
            className={look.start}
            onClick={onReview}
          >
            {words('pane.reviewAndSubmit')}
          </Button>
        </div>
      )}
      {withdrawn ? !over && <PutBack {...props} /> : <Change {...props} over={over} />}
    </>
  );
}

function PutBack({ onCorrect }: AfterProps) {
  const { words } = useSubmit();
  const look = useLook();
  return (
    <div className={look.stack}>
      <p className={look.text}>{words('pane.putBackWhat')}</p>
      <Button className={look.start} onClick={onCorrect}>
        {words('pane.putBack')}
      </Button>
    </div>
  );
}

function Change({ record, over, onCorrect, onWithdraw }: AfterProps & { readonly over: boolean }) {
  const { words, source } = useSubmit();
  const look = useLook();
  const owned = record.owner !== null;
  return (
    <>
      {!over && source.differs(record) && (
        <Notice
          intent="info"
          title={words('pane.changedTitle')}
          {...(owned && { action: { label: words('pane.correct'), run: onCorrect } })}
        >
          {words(owned ? 'pane.changedSinceOwned' : 'pane.changedSince', { cycle: record.cycle })}
        </Notice>
      )}
      {owned && (
        <Button size="small" className={look.start} onClick={onWithdraw}>
          {words('pane.toWithdrawal')}
        </Button>
      )}
    </>
  );
}
