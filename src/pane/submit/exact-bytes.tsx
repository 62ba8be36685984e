import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SubmissionRecord } from '../../submission/record';
import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  bytes: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxHeight: '220px',
    margin: 0,
    padding: tokens.spacingHorizontalS,
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    wordBreak: 'break-all',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** The bytes that are sent, to be read and copied. */
export function ExactBytes({ record }: { readonly record: SubmissionRecord }) {
  const { words } = usePane();
  const look = useLook();
  const styles = useStyles();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(record.bytes);
      setCopied('yes');
    } catch {
      // Some web views have no clipboard or forbid it; the text can still be selected by hand.
      setCopied('refused');
    }
  };
  const outcome =
    copied === 'yes' ? words('pane.copied') : copied === 'refused' ? words('pane.notCopied') : '';
  return (
    <section className={look.stack} aria-label={words('pane.exactBytes')}>
      <div className={look.between}>
        <h3 className={look.heading}>{words('pane.exactBytes')}</h3>
        <span className={look.quiet}>{words('pane.byteCount', { count: record.bytes.length })}</span>
      </div>
      <pre tabIndex={0} aria-label={words('pane.exactBytes')} className={styles.bytes}>
        {record.bytes}
      </pre>
      <div className={look.row}>
        <Button size="small" onClick={() => void copy()}>
          {words('pane.copy')}
        </Button>
        <span role="status" className={look.quiet}>
          {outcome}
        </span>
      </div>
    </section>
  );
}
