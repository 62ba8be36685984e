import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { CapturedEvidence } from '../../assessment/evidence';
import type { Words } from '../../words/words';
import { EvidenceLink } from '../evidence/evidence-link';
import { dayFacts, titleWords } from '../evidence/evidence-words';
import { webAddress } from '../evidence/web-address';
import { WholeText } from '../evidence/whole-text';
import { useLook } from '../parts/use-look';
import { EvidenceFields } from './evidence-fields';
import { useInbox, useInboxState } from './inbox-context';
import { ItemChoice } from './item-choice';

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0 },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  quote: {
    ...typographyStyles.body1,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    '& button': { minWidth: 0 },
  },
});

/** One captured page: what it is, which item it is for, what was quoted, and what can be changed about it. */
export function CapturedCard({ page }: { readonly page: CapturedEvidence }) {
  const { words, store } = useInbox();
  const { drafts } = useInboxState();
  const look = useLook();
  const styles = useStyles();
  const form = useId();
  const [wantsEdit, setWantsEdit] = useState(false);
  // A text that is not saved stays in sight until it is.
  const editing = wantsEdit || [...drafts.values()].some((draft) => draft.page.id === page.id);
  const title = titleWords(page, words);
  return (
    <li className={look.card} data-page={page.id}>
      <div>
        <h3 className={styles.title}>
          <EvidenceLink address={page.address} text={title} />
        </h3>
        <p className={`${look.quiet} ${styles.facts}`}>
          <bdi>{webAddress(page.address)?.host ?? page.address}</bdi>
          <span>{words('panel.capturedAt', { time: timeWords(page.captured, words) })}</span>
          {dayFacts({ ...page, captured: null, verified: null }, words).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {page.verified !== page.captured && (
            <span>{words('panel.verifiedAt', { time: timeWords(page.verified, words) })}</span>
          )}
        </p>
      </div>
      <ItemChoice page={page} title={title} />
      {!editing && page.quote !== '' && (
        <blockquote className={styles.quote}>
          <WholeText text={page.quote} name={words('pane.evidenceQuote', { title })} />
        </blockquote>
      )}
      {!editing && page.note !== '' && (
        <p className={look.text}>
          <WholeText
            text={words('pane.evidenceNote', { note: page.note })}
            name={words('pane.evidenceNoteOf', { title })}
          />
        </p>
      )}
      <div id={form} hidden={!editing}>
        {editing && <EvidenceFields page={page} />}
      </div>
      <div className={styles.tools}>
        <Button
          size="small"
          appearance="subtle"
          aria-label={words(editing ? 'panel.editDoneOf' : 'panel.editOf', { title })}
          aria-expanded={editing}
          aria-controls={form}
          onClick={() => setWantsEdit(!editing)}
        >
          {words(editing ? 'panel.editDone' : 'panel.edit')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={words('panel.removeOf', { title })}
          onClick={() => void store.remove([page.id])}
        >
          {words('panel.remove')}
        </Button>
      </div>
    </li>
  );
}

/** A moment in the user's own time zone. */
const timeWords = (moment: string, words: Words): string =>
  new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  );
