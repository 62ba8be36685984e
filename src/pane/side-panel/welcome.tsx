import { Button, makeStyles, mergeClasses, typographyStyles } from '@fluentui/react-components';
import type { Failure } from '../../words/result';
import type { WordKey } from '../../words/words';
import { Masthead } from '../parts/masthead';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { useSidePanel } from './side-panel-context';

const useStyles = makeStyles({
  lead: { ...typographyStyles.subtitle1, margin: 0, textWrap: 'balance' },
  button: { width: '100%' },
});

/** What is disclosed, a heading and its sentences each: what is kept and when, where, and what leaves. */
const DISCLOSED: readonly { readonly title: WordKey; readonly texts: readonly WordKey[] }[] = [
  { title: 'panel.whatTitle', texts: ['panel.what', 'panel.whatFile'] },
  { title: 'panel.whereTitle', texts: ['panel.where'] },
  { title: 'panel.leavesTitle', texts: ['panel.leavesNothing', 'panel.leavesByYou'] },
];

export interface WelcomeProps {
  /** Why the agreement could not be kept. */
  readonly failure: Failure | null;
  readonly onAgree: () => void;
}

/** The first page: what the extension keeps, where, and what never leaves. Nothing works before the button is pressed. */
export function Welcome({ failure, onAgree }: WelcomeProps) {
  const { words } = useSidePanel();
  const look = useLook();
  const styles = useStyles();
  return (
    <>
      <header>
        <Masthead />
      </header>
      <main className={mergeClasses(look.view, look.aboveBar)}>
        <h2 className={styles.lead}>{words('panel.welcomeLead')}</h2>
        <p className={look.text}>{words('panel.welcomeWhat')}</p>
        {DISCLOSED.map(({ title, texts }) => (
          <section key={title} className={look.stack}>
            <h3 className={look.heading}>{words(title)}</h3>
            {texts.map((text) => (
              <p key={text} className={look.text}>
                {words(text)}
              </p>
            ))}
          </section>
        ))}
        {failure && (
          <Notice intent="error" title={words('panel.consentUnkeptTitle')}>
            {failure.message}
          </Notice>
        )}
        <div className={look.bar}>
          <Button appearance="primary" size="large" className={styles.button} onClick={onAgree}>
            {words('panel.agree')}
          </Button>
          <p className={look.quiet}>{words('panel.beforeAgreeing')}</p>
        </div>
      </main>
    </>
  );
}
