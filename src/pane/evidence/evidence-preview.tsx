import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { Evidence } from '../../assessment/evidence';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { titleWords } from './evidence-words';
import { webAddress } from './web-address';

const useStyles = makeStyles({
  groups: {
    maxHeight: '260px',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  name: { ...typographyStyles.body1Strong, marginBlock: `${tokens.spacingVerticalXS} 0` },
  list: { ...typographyStyles.body1, margin: 0, paddingInlineStart: '20px' },
});

/** Rows that go to one item. */
export interface EvidenceGroup {
  readonly title: string;
  readonly rows: readonly Evidence[];
}

export interface EvidencePreviewProps {
  readonly name: string;
  readonly groups: readonly EvidenceGroup[];
}

/** What is about to be written, before it is written: titles and hosts, by the item that they go to. */
export function EvidencePreview({ name, groups }: EvidencePreviewProps) {
  const styles = useStyles();
  return (
    <div role="region" aria-label={name} tabIndex={0} className={styles.groups}>
      {groups.map((group) => (
        <Group key={group.title} {...group} />
      ))}
    </div>
  );
}

function Group({ title, rows }: EvidenceGroup) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <p id={id} className={styles.name}>
        {title}
      </p>
      <ul className={styles.list} aria-labelledby={id}>
        {rows.map((row, at) => (
          <li key={at}>
            <bdi>{titleWords(row, words)}</bdi>{' '}
            <bdi className={look.quiet}>{webAddress(row.address)?.host}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
