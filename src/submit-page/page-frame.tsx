import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';
import { useSubmit } from '../pane/submit/submit-context';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  column: { width: '100%', maxWidth: '720px', marginInline: 'auto', boxSizing: 'border-box' },
  name: { paddingBlock: tokens.spacingVerticalM, paddingInline: tokens.spacingHorizontalM },
  product: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  title: { ...typographyStyles.subtitle1, margin: 0, ':focus': { outlineStyle: 'none' } },
  main: { flexGrow: 1 },
  foot: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
  },
  link: { fontSize: tokens.fontSizeBase200 },
});

export interface PageFrameProps {
  /** Takes the focus when another view comes. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly children: ReactNode;
}

/** The page around its one column. Links lead to other pages of the same service. */
export function PageFrame({ heading, children }: PageFrameProps) {
  const { words, benchmark } = useSubmit();
  const styles = useStyles();
  const link = (path: string, text: string) => (
    <Link href={`${benchmark.endpoint}/${path}`} className={styles.link}>
      {text}
    </Link>
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.column}>
          <div className={styles.name}>
            <p className={styles.product}>{words('pane.product')}</p>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {words('handover.pageTitle')}
            </h1>
          </div>
        </div>
      </header>
      <main className={`${styles.column} ${styles.main}`}>{children}</main>
      <footer className={styles.column}>
        <nav className={styles.foot} aria-label={words('handover.pageLinks')}>
          {link('report', words('handover.reports'))}
          {link('docs', words('handover.protocol'))}
        </nav>
      </footer>
    </div>
  );
}
