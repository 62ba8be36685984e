import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { WordsContext } from '../pane-context';
import { useKeptFocus } from '../parts/kept-focus';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { PanelTabs } from './panel-tabs';
import { SidePanelContext, useSidePanel } from './side-panel-context';
import type { SidePanelProps } from './side-panel-props';
import { useConsent } from './use-consent';
import { Welcome } from './welcome';

const useStyles = makeStyles({
  panel: {
    minHeight: '100vh',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
});

/** The browser extension's side panel over its ports: first what is kept and an agreement to it, then the inbox and the assessment. */
export function SidePanel(props: SidePanelProps) {
  const styles = useStyles();
  const { words, theme } = props;
  useKeptFocus();
  return (
    <FluentProvider
      theme={theme === 'dark' ? webDarkTheme : webLightTheme}
      lang={words.language}
      className={styles.panel}
    >
      <WordsContext value={words}>
        <SidePanelContext value={props}>
          <Consented />
        </SidePanelContext>
      </WordsContext>
    </FluentProvider>
  );
}

function Consented() {
  const { words } = useSidePanel();
  const look = useLook();
  const { state, look: lookAgain, agree } = useConsent();
  switch (state.kind) {
    case 'looking':
      return (
        <main className={look.view}>
          <h1 className={look.hidden}>{words('panel.tabs')}</h1>
          <p role="status">{words('pane.loading')}</p>
        </main>
      );
    case 'unknown':
      return (
        <main className={look.view}>
          <h1 className={look.hidden}>{words('panel.tabs')}</h1>
          <Notice
            intent="error"
            title={words('panel.consentUnreadTitle')}
            action={{ label: words('pane.tryAgain'), run: () => void lookAgain() }}
          >
            {state.failure.message}
          </Notice>
        </main>
      );
    case 'asked':
      return <Welcome failure={state.failure} onAgree={() => void agree()} />;
    case 'given':
      return <PanelTabs />;
  }
}
