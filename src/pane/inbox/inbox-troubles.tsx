import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CapturedEvidence } from '../../assessment/evidence';
import { titleWords } from '../evidence/evidence-words';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { useInbox, useInboxState } from './inbox-context';
import { orphansOf } from './inbox-state';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', margin: 0, paddingInlineStart: tokens.spacingHorizontalS },
});

/** From here on the user is told that the room comes to its end. */
const NEARLY_FULL = 0.8;
/** So many names say what it is about. */
const NAMED = 5;
const namesOf = (names: readonly string[]): string =>
  names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '');

/** What the inbox refused, what of it cannot be read, and what was typed for a page that has left it meanwhile. */
export function InboxTroubles() {
  const { words } = useInbox();
  const state = useInboxState();
  const { refused, unreadable, fullness } = state;
  return (
    <>
      {refused && (
        <Notice
          intent="error"
          title={words(`panel.refused-${refused.what}`)}
          action={{ label: words('pane.tryAgain'), run: refused.again }}
        >
          {refused.failure.message}
        </Notice>
      )}
      {unreadable.length > 0 && (
        <Notice intent="warning" title={words('panel.unreadableTitle', { count: unreadable.length })}>
          {words('panel.unreadable', { names: namesOf(unreadable) })}
        </Notice>
      )}
      {fullness >= NEARLY_FULL && (
        <Notice
          intent="warning"
          title={words('panel.nearlyFullTitle', { percent: Math.floor(fullness * 100) })}
        >
          {words('panel.nearlyFull')}
        </Notice>
      )}
      {orphansOf(state).map((page) => (
        <Orphan key={page.id} page={page} />
      ))}
    </>
  );
}

/** The inbox gave the page to a workbook, or another window removed it, while somebody was writing about it here. */
function Orphan({ page }: { readonly page: CapturedEvidence }) {
  const { words, store } = useInbox();
  const { drafts } = useInboxState();
  const look = useLook();
  const styles = useStyles();
  const own = [...drafts.values()].filter((draft) => draft.page.id === page.id);
  const title = titleWords(page, words);
  return (
    <section className={look.card} aria-label={words('panel.orphanTitle', { title })}>
      <Notice
        intent="warning"
        title={words('panel.orphanTitle', { title })}
        action={{ label: words('panel.putBack'), run: () => void store.putBack(page) }}
      >
        {words('panel.orphan')}
      </Notice>
      {own.map(({ field, text }) => (
        <div key={field}>
          <p className={look.quiet}>{words(`panel.${field}`)}</p>
          <p className={`${look.text} ${styles.text}`}>{text}</p>
          <Button
            size="small"
            aria-label={words('panel.letGoOf', { field: words(`panel.${field}`) })}
            onClick={() => store.drop(page.id, field)}
          >
            {words('panel.letGo')}
          </Button>
        </div>
      ))}
    </section>
  );
}
