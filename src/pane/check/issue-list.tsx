import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Place } from '../../workbook/port';
import { useWords } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { Icon } from '../parts/icon';
import { useLook } from '../parts/use-look';
import type { Issue } from './group-issues';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    '&:not(:last-child)': { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
  go: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '& svg': { flexShrink: 0, color: tokens.colorNeutralForeground3 },
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

export interface IssueListProps {
  readonly title: string;
  readonly issues: readonly Issue[];
  readonly onGo: (place: Place) => void;
  /** So many are shown at once, the rest when they are asked for; all of them without. */
  readonly atOnce?: number;
  /** What can be done about all of them at once. */
  readonly children?: ReactNode;
}

/** One group of issues with their number; nothing at all when there is none. */
export function IssueList({ title, issues, onGo, atOnce = Infinity, children }: IssueListProps) {
  const words = useWords();
  const look = useLook();
  if (issues.length === 0) return null;
  return (
    <section className={look.card} aria-label={title}>
      <h2 className={look.heading}>{words('pane.titleCount', { title, n: issues.length })}</h2>
      {children}
      <Issues issues={issues.slice(0, atOnce)} onGo={onGo} />
      {issues.length > atOnce && (
        <Disclosure title={words('pane.moreIssues', { count: issues.length - atOnce })}>
          <Issues issues={issues.slice(atOnce)} onGo={onGo} />
        </Disclosure>
      )}
    </section>
  );
}

function Issues({ issues, onGo }: Pick<IssueListProps, 'issues' | 'onGo'>) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {issues.map(({ message, place }, at) => (
        <li key={`${at} ${message}`} className={styles.row}>
          <button type="button" className={styles.go} onClick={() => onGo(place)}>
            <span>{message}</span>
            <Icon name="forward" />
          </button>
        </li>
      ))}
    </ul>
  );
}
