import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface NoticeProps {
  readonly intent: 'error' | 'warning' | 'info' | 'success';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void; readonly disabled?: boolean };
}

const useStyles = makeStyles({
  bar: { alignItems: 'start' },
  body: { overflowWrap: 'anywhere', paddingBottom: '2px' },
  title: { display: 'block' },
});

/** A title, a sentence and at most one action. Errors interrupt a screen reader, the rest waits for its turn. */
export function Notice({ intent, title, children, action }: NoticeProps) {
  const styles = useStyles();
  return (
    <div role={intent === 'error' ? 'alert' : 'status'}>
      <MessageBar intent={intent} layout="multiline" className={styles.bar}>
        <MessageBarBody className={styles.body}>
          <MessageBarTitle className={styles.title}>{title}</MessageBarTitle> {children}
        </MessageBarBody>
        {action && (
          <MessageBarActions>
            <Button size="small" disabled={action.disabled ?? false} onClick={action.run}>
              {action.label}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}
