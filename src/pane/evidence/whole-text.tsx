import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { shortened } from '../../workbook/shortened';
import { useWords } from '../pane-context';

/** About three lines of a narrow pane, in UTF-16 code units. */
const SHORT = 140;

const useStyles = makeStyles({
  whole: { whiteSpace: 'pre-wrap' },
  more: { minWidth: 0, paddingInline: 0, fontWeight: 'normal' },
});

export interface WholeTextProps {
  readonly text: string;
  /** What the text is, for those who hear the button alone. */
  readonly name: string;
}

/** A text that may be long: its beginning, and all of it when it is asked for. */
export function WholeText({ text, name }: WholeTextProps) {
  const words = useWords();
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  const short = shortened(text.replace(/\s+/g, ' ').trim(), SHORT);
  const isLong = short.endsWith('…') && short.length < text.trim().length;
  if (!isLong) return <span className={styles.whole}>{text}</span>;
  return (
    <>
      <span className={styles.whole}>{whole ? text : short}</span>{' '}
      <Button
        size="small"
        appearance="transparent"
        className={styles.more}
        aria-expanded={whole}
        aria-label={words('pane.wholeValueOf', { name })}
        onClick={() => setWhole(!whole)}
      >
        {words(whole ? 'pane.shorten' : 'pane.wholeValue')}
      </Button>
    </>
  );
}
