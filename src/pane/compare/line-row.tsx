import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { useLook } from '../parts/use-look';
import { RangeBar } from '../scores/range-bar';
import { hundredthsWords } from '../score-words';
import { figureWords, leadWords, lineName, ownWords, placeWords, teamValue } from './line-words';
import type { Line } from './lines';
import { Shares } from './shares';

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});

export interface LineRowProps {
  readonly line: Line;
  /** The figures are invented: each line says so. */
  readonly invented: boolean;
  /** Also say who is ahead, and by how much. */
  readonly withLead: boolean;
}

/** One measure: the team's value on the published figures, both in words, and the distribution for who asks. */
export function LineRow({ line, invented, withLead }: LineRowProps) {
  const { words } = usePane();
  const look = useLook();
  const styles = useStyles();
  const { own, low, high, target, figure, withheld, references } = line;
  const name = lineName(line, words);
  const place = placeWords(line, words);
  const lead = withLead ? leadWords(line, words) : null;
  const aim = teamValue(line.kind, target, words);
  const sentences = [
    ...(aim === null ? [] : [words('compare.targetIs', { value: aim })]),
    ...(withheld === null ? [] : [words(`compare.withheld-${withheld}`)]),
    ...figureWords(line, words),
    ...references.map(({ title, mean }) =>
      words('compare.referenceIs', { title, value: hundredthsWords(mean, words) }),
    ),
    ...(invented && withheld === null ? [words('pane.invented')] : []),
  ];
  return (
    <li className={styles.line}>
      <h4 className={look.text}>{name}</h4>
      <RangeBar {...{ own, low, high, target, figure, references }} />
      <p className={look.text}>
        <strong>{ownWords(line, words)}</strong> {place && <strong>{place}</strong>}{' '}
        {lead && <span>{lead}</span>}
      </p>
      <p className={look.quiet}>{sentences.join(' ')}</p>
      {figure.shares && (
        <Disclosure title={words('compare.distribution')}>
          <Shares name={name} shares={figure.shares} own={own} />
        </Disclosure>
      )}
    </li>
  );
}
