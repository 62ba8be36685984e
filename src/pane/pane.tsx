import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { readAssessment } from '../assessment/read-assessment';
import { FirstRun } from './first-run';
import { PaneContext, usePaneState, WordsContext } from './pane-context';
import { useKeptFocus } from './parts/kept-focus';
import { LazyView } from './parts/lazy-view';
import { Looking, NewerVersion, OtherRubric, Unreachable } from './standstill';
import type { PaneProps } from './ports';
import { createPaneStore } from './store/pane-store';

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
});

const loadFrame = () => import('./frame');

/** The whole task pane over its ports. `theme` is the host's; forced colours win over both. */
export function Pane(props: PaneProps) {
  const styles = useStyles();
  const { workbook, rubric, words, vocabulary, theme, leftOver } = props;
  const store = useMemo(
    () =>
      createPaneStore({
        workbook,
        rubric,
        words,
        leftOver,
        interpret: (raw) => readAssessment(raw, { rubric, words, vocabulary }),
      }),
    [workbook, rubric, words, vocabulary, leftOver],
  );
  useEffect(() => {
    void store.open();
    return () => void store.close();
  }, [store]);
  useKeptFocus();
  const parts = useMemo(() => ({ ...props, store }), [props, store]);
  return (
    <FluentProvider
      theme={theme === 'dark' ? webDarkTheme : webLightTheme}
      lang={words.language}
      className={styles.pane}
    >
      <WordsContext value={words}>
        <PaneContext value={parts}>
          <PhaseView />
        </PaneContext>
      </WordsContext>
    </FluentProvider>
  );
}

function PhaseView() {
  const { phase } = usePaneState();
  switch (phase.kind) {
    case 'looking':
      return <Looking />;
    case 'unreachable':
      return <Unreachable failure={phase.failure} />;
    case 'newer':
      return <NewerVersion />;
    case 'other-rubric':
      return <OtherRubric found={phase.found} />;
    case 'empty':
      return <FirstRun taken={phase.taken} insertion={phase.insertion} />;
    case 'ready':
      return <LazyView load={loadFrame} />;
  }
}
