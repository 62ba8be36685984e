import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { EvidenceLine } from '../../assessment/evidence';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { EvidenceLink } from './evidence-link';
import { dayFacts, titleWords } from './evidence-words';
import { webAddress } from './web-address';
import { WholeText } from './whole-text';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  quote: {
    ...typographyStyles.body1,
    marginBlock: tokens.spacingVerticalXXS,
    marginInline: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  tools: { display: 'flex', flexWrap: 'wrap', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export interface EvidenceCardProps {
  readonly line: EvidenceLine;
  /** A removal is under way: this one, or another. */
  readonly busy: boolean;
  /** Null where there is no sheet to show it in. */
  readonly onShow: (() => void) | null;
  readonly onRemove: () => void;
}

/** One line of the Evidence sheet: the page, how fresh it is, and what was quoted and noted of it. */
export function EvidenceCard({ line, busy, onShow, onRemove }: EvidenceCardProps) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const title = titleWords(line, words);
  const host = webAddress(line.address)?.host ?? line.address;
  return (
    <li className={styles.line}>
      <p className={styles.title}>
        <EvidenceLink address={line.address} text={title} />
      </p>
      <p className={`${look.quiet} ${styles.facts}`}>
        {host !== '' && host !== title && <bdi>{host}</bdi>}
        {dayFacts(line, words).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {line.quote !== '' && (
        <blockquote className={styles.quote}>
          <WholeText text={line.quote} name={words('pane.evidenceQuote', { title })} />
        </blockquote>
      )}
      {line.note !== '' && (
        <p className={look.text}>
          <WholeText
            text={words('pane.evidenceNote', { note: line.note })}
            name={words('pane.evidenceNoteOf', { title })}
          />
        </p>
      )}
      <div className={styles.tools}>
        {onShow && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={words('pane.showEvidenceOf', { title })}
            onClick={onShow}
          >
            {words('pane.showEvidence')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-label={words('pane.removeEvidenceOf', { title })}
          disabledFocusable={busy}
          onClick={onRemove}
        >
          {words('pane.removeEvidence')}
        </Button>
      </div>
    </li>
  );
}
