import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { CaptureOutcome } from '../inbox/capture-outcome';
import type { ShownPage } from '../inbox/captured-list';
import { InboxContext } from '../inbox/inbox-context';
import { createInboxStore } from '../inbox/inbox-store';
import { InboxView } from '../inbox/inbox-view';
import { panelId, TabList } from '../parts/tab-list';
import { AssessmentView } from './assessment-view';
import { useSidePanel } from './side-panel-context';

type PanelTab = 'inbox' | 'assessment';

const useStyles = makeStyles({
  tabs: {
    paddingInline: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  outcome: {
    paddingInline: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
    '&:empty': { display: 'none' },
  },
});

/** The inbox and the assessment. Both stay as they were left: an open file is not read again for a look at the inbox. */
export function PanelTabs() {
  const { words, rubric, inbox, copy } = useSidePanel();
  const styles = useStyles();
  const [active, setActive] = useState<PanelTab>('inbox');
  const store = useMemo(() => createInboxStore(inbox, words), [inbox, words]);
  useEffect(() => store.open(), [store]);
  const parts = useMemo(() => ({ words, rubric, store, copy }), [words, rubric, store, copy]);
  const [shown, setShown] = useState<ShownPage | null>(null);
  const show = (id: string) => {
    setActive('inbox');
    setShown({ id });
  };
  const { list, notice } = useSyncExternalStore(store.subscribe, store.state);
  const waiting = list?.length ?? 0;
  const tabs = [
    {
      id: 'inbox',
      label: waiting === 0 ? words('panel.tabInbox') : words('panel.tabInboxWaiting', { n: waiting }),
    },
    { id: 'assessment', label: words('panel.tabAssessment') },
  ] as const;
  return (
    <>
      <nav aria-label={words('panel.tabs')} className={styles.tabs}>
        <TabList name={words('panel.tabs')} tabs={tabs} active={active} onSelect={setActive} />
      </nav>
      <InboxContext value={parts}>
        {notice !== null && (
          <section aria-label={words('panel.outcome')} className={styles.outcome}>
            <CaptureOutcome onShow={show} />
          </section>
        )}
        {/* Without a name: a named element outside every landmark is content that no landmark leads to. Each view has its heading. */}
        <div role="tabpanel" id={panelId('inbox')} hidden={active !== 'inbox'}>
          <InboxView shown={shown} />
        </div>
      </InboxContext>
      <div role="tabpanel" id={panelId('assessment')} hidden={active !== 'assessment'}>
        <AssessmentView />
      </div>
    </>
  );
}
