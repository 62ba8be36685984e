import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { CopyButton } from './copy-button';

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

export interface ExactBytesProps {
  readonly bytes: string;
  /** Whether they can be copied from here. */
  readonly copied?: boolean;
}

/** The bytes that are sent, to be read and copied. */
export function ExactBytes({ bytes, copied = true }: ExactBytesProps) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={look.stack} aria-label={words('pane.exactBytes')}>
      <div className={look.between}>
        <h3 className={look.heading}>{words('pane.exactBytes')}</h3>
        <span className={look.quiet}>{words('pane.byteCount', { count: bytes.length })}</span>
      </div>
      <pre tabIndex={0} aria-label={words('pane.exactBytes')} className={styles.bytes}>
        {bytes}
      </pre>
      {copied && <CopyButton text={bytes} />}
    </section>
  );
}
