import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FrameContext, type TabId, TABS, useFrame } from './frame-context';
import { usePane, usePaneState } from './pane-context';
import { LazyView, type LoadView } from './parts/lazy-view';
import { Masthead } from './parts/masthead';
import { Notice } from './parts/notice';
import { SavingTrouble } from './parts/saving-trouble';
import { panelId, TabList, tabId } from './parts/tab-list';
import { useLook } from './parts/use-look';
import { Summary } from './summary';

const VIEWS: Readonly<Record<TabId, LoadView>> = {
  answer: () => import('./answer/answer-view'),
  scores: () => import('./scores/scores-view'),
  check: () => import('./check/check-view'),
  submit: () => import('./submit/submit-view'),
};

const useStyles = makeStyles({
  head: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    zIndex: 1,
    '@media (min-height: 480px)': { position: 'sticky', top: 0 },
  },
  tabs: { paddingInline: tokens.spacingHorizontalXS },
});

// What gets the focus never hides behind the header and the bar that stay (WCAG 2.2, 2.4.11).
const useScrollRoom = makeStaticStyles({
  html: { scrollPaddingTop: '120px', scrollPaddingBottom: '96px' },
  'html:has([data-bar] [role="alert"])': { scrollPaddingBottom: '240px' },
});

/** The pane once an assessment is there: what stands above, four tabs, and the view of one. A visited view stays as it was left. */
export default function Frame() {
  const { words } = usePane();
  useScrollRoom();
  const styles = useStyles();
  const [active, setActive] = useState<TabId>('answer');
  const [visited, setVisited] = useState<ReadonlySet<TabId>>(new Set([active]));
  const show = (tab: TabId) => {
    setActive(tab);
    setVisited((before) => new Set([...before, tab]));
  };
  const tabs = TABS.map((id) => ({ id, label: words(`pane.tab-${id}`) }));
  return (
    <FrameContext value={{ active, show }}>
      <header className={styles.head}>
        <Masthead />
        <Summary />
        <div className={styles.tabs}>
          <TabList name={words('pane.tabs')} tabs={tabs} active={active} onSelect={show} />
        </div>
      </header>
      <main>
        <Troubles />
        {TABS.map((id) => (
          <div key={id} role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id)} hidden={id !== active}>
            {visited.has(id) && <LazyView load={VIEWS[id]} />}
          </div>
        ))}
        {active !== 'answer' && <RefusedElsewhere />}
      </main>
    </FrameContext>
  );
}

/** What the workbook refused stays in sight in every view; *Answer* tells it in a bar of its own. */
function RefusedElsewhere() {
  const { saving } = usePaneState();
  const look = useLook();
  return (
    saving.failure && (
      <div data-bar="" className={look.bar} style={{ marginInline: 0 }}>
        <SavingTrouble />
      </div>
    )
  );
}

/** What went wrong between pane and workbook, whichever view is open. */
function Troubles() {
  const { words, store } = usePane();
  const { readFailure, watchFailure, damaged } = usePaneState();
  const { active, show } = useFrame();
  const isNamed = damaged && active !== 'check';
  const look = useLook();
  const tryAgain = (run: () => void) => ({ label: words('pane.tryAgain'), run });
  if (!readFailure && !watchFailure && !isNamed) return null;
  return (
    <div className={look.view} style={{ paddingBottom: 0 }}>
      {isNamed && (
        <Notice
          intent="warning"
          title={words('pane.damagedTitle')}
          action={{ label: words('pane.checkAnswers'), run: () => show('check') }}
        >
          {words('pane.damaged')}
        </Notice>
      )}
      {readFailure && (
        <Notice
          intent="error"
          title={words('pane.readFailedTitle')}
          action={tryAgain(() => void store.refresh())}
        >
          {readFailure.message}
        </Notice>
      )}
      {watchFailure && (
        <Notice
          intent="warning"
          title={words('pane.watchFailedTitle')}
          action={tryAgain(() => void store.watch().then(store.refresh))}
        >
          {watchFailure.message}
        </Notice>
      )}
    </div>
  );
}
