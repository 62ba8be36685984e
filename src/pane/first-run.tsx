import { Button, makeStyles, typographyStyles } from '@fluentui/react-components';
import { usePane, usePaneState } from './pane-context';
import { Glossary } from './parts/glossary';
import { Masthead } from './parts/masthead';
import { Notice } from './parts/notice';
import { Progress } from './parts/progress';
import { useLook } from './parts/use-look';
import type { Insertion } from './store/pane-state';

const useStyles = makeStyles({
  lead: { ...typographyStyles.subtitle1, margin: 0, textWrap: 'balance' },
  button: { width: '100%' },
});

/** No assessment yet: what will happen, what leaves and what never does, and one button. */
export function FirstRun({
  taken,
  insertion,
}: {
  readonly taken: readonly string[];
  readonly insertion: Insertion;
}) {
  const { words, rubric, store } = usePane();
  const look = useLook();
  const styles = useStyles();
  const busy = insertion.kind === 'running';
  const counts = { items: rubric.items.length, domains: rubric.domains.length };
  return (
    <>
      <header>
        <Masthead />
      </header>
      <main className={look.view}>
        <h2 className={styles.lead}>{words('pane.firstRunLead')}</h2>
        <p className={look.text}>{words('pane.firstRunWhat', counts)}</p>
        {taken.length > 0 && (
          <Notice intent="info" title={words('pane.namesTakenTitle')}>
            {words('pane.namesTaken', { names: listOf(taken, words.language) })}
          </Notice>
        )}
        {insertion.kind === 'failed' && (
          <Notice intent="error" title={words('pane.insertFailedTitle')}>
            {insertion.failure.message}
          </Notice>
        )}
        <div className={look.stack}>
          <Button
            appearance="primary"
            size="large"
            className={styles.button}
            disabledFocusable={busy}
            onClick={() => void store.insert()}
          >
            {words('pane.insert')}
          </Button>
          <InsertionProgress insertion={insertion} />
        </div>
        <section className={look.stack}>
          <h3 className={look.heading}>{words('pane.leavesTitle')}</h3>
          <p className={look.text}>{words('pane.leavesNothing')}</p>
          <p className={look.text}>{words('pane.leavesRow')}</p>
          <p className={look.text}>{words('pane.leavesNever')}</p>
        </section>
        <section className={look.stack}>
          <h3 className={look.heading}>{words('glossary.title')}</h3>
          <Glossary terms={['jsp', 'mdic', 'cmmi', 'open', 'atMost']} />
        </section>
        <p className={look.quiet}>{rubric.notice}</p>
      </main>
    </>
  );
}

function InsertionProgress({ insertion }: { readonly insertion: Insertion }) {
  const { words } = usePane();
  const look = useLook();
  const running = insertion.kind === 'running';
  const progress = running ? insertion.progress : null;
  const { waiting } = usePaneState();
  const text = waiting
    ? words('pane.waitingForExcel')
    : progress
      ? words('pane.inserting', { done: progress.done, of: progress.of })
      : words('pane.insertStarts');
  return (
    <div role="status" className={look.stack}>
      {running && (
        <>
          <Progress
            label={words('pane.insertProgress')}
            {...(progress && { done: progress.done, of: progress.of })}
          />
          <p className={look.quiet}>{text}</p>
        </>
      )}
    </div>
  );
}

const listOf = (names: readonly string[], language: string) =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
