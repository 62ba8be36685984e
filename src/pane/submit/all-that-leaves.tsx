import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RequestHeaders } from '../../submission/request-headers';
import type { Row } from '../../submission/row';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { ExactBytes } from './exact-bytes';
import { ExplainedHeaders, ExplainedRow } from './explained';
import { RowHash } from './fingerprint';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  fields: {
    maxHeight: '280px',
    overflowY: 'auto',
    padding: `0 ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export interface AllThatLeavesProps {
  readonly title: string;
  readonly row: Row;
  readonly bytes: string;
  readonly hash: string;
  /** What goes along with the bytes; null where this pane sends nothing. */
  readonly headers: RequestHeaders | null;
  /** Whether the bytes can be copied from here. */
  readonly copied?: boolean;
  /** Where it goes, and until when. */
  readonly children: ReactNode;
}

/** Everything that leaves under one heading: each field in plain words first, what goes along, then the bytes themselves. */
export function AllThatLeaves(props: AllThatLeavesProps) {
  const { title, row, bytes, hash, headers, copied = true, children } = props;
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={styles.all} aria-label={title}>
      <div className={look.stack}>
        <h2 className={styles.title}>{title}</h2>
        {children}
      </div>
      <div className={look.stack}>
        <h3 className={look.heading}>{words('pane.explainFields')}</h3>
        <div role="region" aria-label={words('pane.explainFields')} tabIndex={0} className={styles.fields}>
          <ExplainedRow row={row} />
        </div>
      </div>
      {headers && (
        <div className={look.stack}>
          <h3 className={look.heading}>{words('pane.explainHeaders')}</h3>
          <ExplainedHeaders headers={headers} />
        </div>
      )}
      <ExactBytes bytes={bytes} copied={copied} />
      <RowHash hash={hash} />
    </section>
  );
}
