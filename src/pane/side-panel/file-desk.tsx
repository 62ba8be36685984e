import { Button, makeStyles, typographyStyles } from '@fluentui/react-components';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { useSidePanel } from './side-panel-context';
import type { Desk } from './use-open-file';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: 0, textWrap: 'balance' },
  button: { width: '100%' },
});

/** The way to a file: open one, start one, or go on with the one of last time. */
export function FileDesk({ desk }: { readonly desk: Desk }) {
  const { words, files, rubric } = useSidePanel();
  const look = useLook();
  const styles = useStyles();
  const { busy, failure, last } = desk;
  return (
    <>
      <header>
        <h1 className={look.hidden}>{words('panel.tabAssessment')}</h1>
      </header>
      <main className={look.view}>
        <h2 className={styles.title}>{words('panel.deskLead')}</h2>
        <p className={look.text}>{words('panel.deskWhat', { items: rubric.items.length })}</p>
        {failure && (
          <Notice intent="error" title={words('panel.fileRefusedTitle')}>
            {failure.message}
          </Notice>
        )}
        <div className={look.stack}>
          {last !== null && (
            <Button
              appearance="primary"
              className={styles.button}
              disabledFocusable={busy}
              onClick={desk.reopen}
            >
              {words('panel.reopen', { file: last })}
            </Button>
          )}
          <Button
            appearance={last === null ? 'primary' : 'secondary'}
            className={styles.button}
            disabledFocusable={busy}
            onClick={desk.open}
          >
            {words('panel.openFile')}
          </Button>
          <Button className={styles.button} disabledFocusable={busy} onClick={desk.create}>
            {words('panel.newFile')}
          </Button>
          <p role="status" className={look.quiet}>
            {busy ? words('panel.fileBusy') : ''}
          </p>
        </div>
        <section className={look.stack}>
          <h3 className={look.heading}>{words('panel.safeTitle')}</h3>
          <p className={look.text}>{words(files.direct ? 'panel.safeFile' : 'panel.safeCopy')}</p>
          <p className={look.text}>{words('panel.safeRest')}</p>
        </section>
        <p className={look.quiet}>{rubric.notice}</p>
      </main>
    </>
  );
}
