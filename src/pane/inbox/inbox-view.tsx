import { useEffect } from 'react';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { CapturedList, type ShownPage } from './captured-list';
import { CopyRows } from './copy-rows';
import { HowToCapture } from './how-to-capture';
import { useInbox, useInboxState } from './inbox-context';
import { InboxTroubles } from './inbox-troubles';
import { Removed } from './removed';
import { Waiting } from './waiting';

export interface InboxViewProps {
  /** The page that was asked for, to be brought into view. */
  readonly shown: ShownPage | null;
}

/** Captured pages that wait for a workbook: what waits, and the way out. */
export function InboxView({ shown }: InboxViewProps) {
  const { words, store } = useInbox();
  const { list, readFailure } = useInboxState();
  const look = useLook();
  useEffect(() => {
    // The panel may be closed at any moment: what was typed goes before.
    const leave = () => void store.saveAll();
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, [store]);
  return (
    <>
      <header>
        <h1 className={look.hidden}>{words('panel.inboxTitle')}</h1>
      </header>
      <main className={look.view}>
        {readFailure && (
          <Notice
            intent="error"
            title={words('panel.inboxUnreadTitle')}
            action={{ label: words('pane.tryAgain'), run: () => void store.refresh() }}
          >
            {readFailure.message}
          </Notice>
        )}
        <InboxTroubles />
        <Removed />
        {list === null && readFailure === null && <p role="status">{words('pane.loading')}</p>}
        {list !== null && list.length > 0 && (
          <>
            <div className={look.stack}>
              <Waiting list={list} />
              <CopyRows list={list} />
            </div>
            <CapturedList list={list} shown={shown} />
          </>
        )}
        {list !== null && <HowToCapture isEmpty={list.length === 0} />}
      </main>
    </>
  );
}
