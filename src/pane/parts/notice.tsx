import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface NoticeProps {
  readonly intent: 'error' | 'warning' | 'info' | 'success';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void; readonly disabled?: boolean };
}

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
  },
  icon: { display: 'flex', paddingTop: '2px' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0 },
  action: { gridColumn: 2, justifySelf: 'start', marginTop: tokens.spacingVerticalS },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    '& svg': { color: tokens.colorStatusDangerForeground1 },
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    '& svg': { color: tokens.colorStatusWarningForeground3 },
  },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
    '& svg': { color: tokens.colorStatusSuccessForeground1 },
  },
  info: {
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    '& svg': { color: tokens.colorNeutralForeground2 },
  },
});

/**
 * A title, a sentence and at most one action. Errors interrupt a screen reader, the rest waits for its turn. Our own,
 * because Fluent's MessageBar brings 5 KB of motion and icons to the first screen.
 */
export function Notice({ intent, title, children, action }: NoticeProps) {
  const styles = useStyles();
  return (
    <div
      role={intent === 'error' ? 'alert' : 'status'}
      className={mergeClasses(styles.notice, styles[intent])}
    >
      <span className={styles.icon}>
        <Icon name={intent} />
      </span>
      <div>
        <p className={styles.title}>{title}</p>
        {children && <p className={styles.text}>{children}</p>}
      </div>
      {action && (
        <Button
          size="small"
          className={styles.action}
          disabledFocusable={action.disabled ?? false}
          onClick={action.run}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}
