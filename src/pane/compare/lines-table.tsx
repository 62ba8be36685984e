import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Words } from '../../words/words';
import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';
import { hundredthsWords } from '../score-words';
import { lineName, teamValue, placeWords, stateWords } from './line-words';
import { linesText } from './lines-text';
import type { Line } from './lines';

const useStyles = makeStyles({
  table: {
    ...typographyStyles.caption1,
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
      textAlign: 'start',
    },
    '& td, & th': { verticalAlign: 'top' },
    '& thead th': {
      color: tokens.colorNeutralForeground3,
      fontWeight: tokens.fontWeightRegular,
      // A column is as wide as the longest word over it.
      overflowWrap: 'break-word',
    },
    '& tbody': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
    '& tbody th': { fontWeight: tokens.fontWeightSemibold, paddingBottom: 0 },
  },
});

const COLUMNS = ['own', 'place', 'middle', 'median', 'mean'] as const;

/** The comparison in numbers: each measure's name over its row of figures, so that five columns fit a narrow pane. */
export function LinesTable({ lines }: { readonly lines: readonly Line[] }) {
  const { words } = usePane();
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={look.card} aria-labelledby="compare-table">
      <h3 id="compare-table" className={look.heading}>
        {words('compare.tableTitle')}
      </h3>
      <CopyLines lines={lines} />
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words(`compare.column-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {lines.map((line) => (
          <tbody key={line.id}>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                {lineName(line, words)}
              </th>
            </tr>
            <Figures line={line} words={words} />
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Figures({ line, words }: { readonly line: Line; readonly words: Words }) {
  const { answer, figure, withheld } = line;
  const { p25, median, p75, mean, margin } = figure;
  const shown = (value: number) => hundredthsWords(value, words);
  const own =
    teamValue(line.kind, line.own, words) ??
    (answer === null ? words('pane.dash') : stateWords(answer, words));
  if (withheld !== null) {
    return (
      <tr>
        <td>{own}</td>
        <td colSpan={COLUMNS.length - 1}>{words(`compare.withheld-${withheld}`)}</td>
      </tr>
    );
  }
  const none = words('pane.dash');
  return (
    <tr>
      <td>{own}</td>
      <td>{placeWords(line, words) ?? none}</td>
      <td>
        {p25 === undefined || p75 === undefined
          ? none
          : words('compare.range', { from: shown(p25), to: shown(p75) })}
      </td>
      <td>{median === undefined ? none : shown(median)}</td>
      <td>
        {mean === undefined
          ? none
          : margin === undefined
            ? shown(mean)
            : words('compare.plusMinus', { value: shown(mean), margin: shown(margin) })}
      </td>
    </tr>
  );
}

function CopyLines({ lines }: { readonly lines: readonly Line[] }) {
  const { words } = usePane();
  const look = useLook();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(linesText(lines, words));
      setCopied('yes');
    } catch {
      // Some web views have no clipboard or forbid it; the table can still be selected by hand.
      setCopied('refused');
    }
  };
  const outcome = { no: 'compare.copyWhat', yes: 'pane.copied', refused: 'pane.notCopied' } as const;
  return (
    <div className={look.stack}>
      <Button size="small" className={look.start} onClick={() => void copy()}>
        {words('compare.copyTable')}
      </Button>
      <p role="status" className={look.quiet}>
        {words(outcome[copied])}
      </p>
    </div>
  );
}
