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

/** The beginning of a long text, its line ends as spaces; null where the text is short enough to be shown whole. */
export function beginningOf(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  // Whole words, unless the last one is too long to be left out.
  return line.length > SHORT ? shortened(line, SHORT).replace(/\s+\S{1,20}…$/, '…') : null;
}

/** A text that may be long: its beginning, and all of it when it is asked for. */
export function WholeText({ text, name }: WholeTextProps) {
  const words = useWords();
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  const short = beginningOf(text);
  if (short === null) return <span className={styles.whole}>{text}</span>;
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
