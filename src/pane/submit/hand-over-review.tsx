import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { rowFileName } from '../../submission/record-file';
import { dayWords } from '../day-words';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import type { HandOverPort } from '../ports';
import { AddRecord } from './add-record';
import { AllThatLeaves } from './all-that-leaves';
import type { HandedOver } from './hand-over-state';
import { PageLink } from './page-link';
import { useSubmit } from './submit-context';
import { TakeText, useSaving } from './take-text';
import type { HandOverActions } from './use-hand-over';

const useStyles = makeStyles({
  steps: { '& li + li': { marginTop: tokens.spacingVerticalM } },
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

export interface HandOverReviewProps {
  readonly handOver: HandOverPort;
  readonly handed: HandedOver;
  readonly actions: HandOverActions;
}

/** Every byte of the row, and the three steps by which it reaches the benchmark without this pane. */
export function HandOverReview({ handOver, handed, actions }: HandOverReviewProps) {
  const { words, source } = useSubmit();
  const look = useLook();
  const { row, bytes, hash, earlier } = handed;
  const { cycle, closes } = handOver;
  const changed = source.differs({ bytes, cycle });
  return (
    <div className={look.view}>
      <AllThatLeaves
        title={words('handover.reviewTitle')}
        row={row}
        bytes={bytes}
        hash={hash}
        headers={null}
        copied={false}
      >
        <p className={look.text}>
          {words('handover.reviewWhat', { cycle, closes: dayWords(closes, words) })}
        </p>
      </AllThatLeaves>
      {earlier && (
        <Notice
          intent="warning"
          title={words(earlier.state === 'waiting' ? 'handover.waitingTitle' : 'handover.takenTitle', {
            cycle,
          })}
        >
          {words(earlier.state === 'waiting' ? 'handover.waiting' : 'handover.taken')}
        </Notice>
      )}
      {changed ? (
        <Notice
          intent="warning"
          title={words('pane.changedTitle')}
          action={{ label: words('pane.reviewAgain'), run: actions.review }}
        >
          {words('handover.changed')}
        </Notice>
      ) : (
        <Steps handOver={handOver} bytes={bytes} />
      )}
      <AddRecord actions={actions} />
      <Button className={look.start} onClick={actions.back}>
        {words('pane.back')}
      </Button>
    </div>
  );
}

function Steps({ handOver, bytes }: Pick<HandOverReviewProps, 'handOver'> & { readonly bytes: string }) {
  const { words } = useSubmit();
  const look = useLook();
  const styles = useStyles();
  const saving = useSaving(handOver);
  const copying = {
    label: words('handover.copyRow'),
    done: words('handover.copied'),
    run: () => handOver.copy(bytes),
  };
  return (
    <section className={look.card} aria-labelledby="hand-over-title">
      <h2 id="hand-over-title" className={look.heading}>
        {words('handover.goTitle')}
      </h2>
      <ol className={mergeClasses(look.list, styles.steps)}>
        <li>
          <div className={styles.step}>
            <p className={look.text}>{words('handover.goCopy')}</p>
            <TakeText
              ways={[copying, saving(words('handover.saveRow'), rowFileName(handOver.cycle), bytes)]}
            />
          </div>
        </li>
        <li>
          <p className={look.text}>{words('handover.goPage')}</p>
          <PageLink page={handOver.page} />
        </li>
        <li>{words('handover.goRecord')}</li>
      </ol>
    </section>
  );
}
