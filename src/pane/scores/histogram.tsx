import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Histogram as Counts } from '../../scoring/scores';
import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';

const HEIGHT = 40;

const useStyles = makeStyles({
  bars: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, 1fr)',
    alignItems: 'end',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  column: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  bar: {
    width: '100%',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  others: { marginTop: tokens.spacingVerticalXS },
  level: {
    width: '100%',
    textAlign: 'center',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** How many items hold each level, and how many hold none, each in numbers. */
export function Histogram({ histogram, name }: { readonly histogram: Counts; readonly name: string }) {
  const { words } = usePane();
  const look = useLook();
  const styles = useStyles();
  const most = Math.max(1, ...histogram.levels);
  const { unknown, na, blank, invalid } = histogram;
  return (
    <div className={look.stack} style={{ gap: 0 }}>
      <p className={look.quiet}>{words('pane.distribution')}</p>
      <ol className={styles.bars} aria-label={words('pane.distributionOf', { name })}>
        {histogram.levels.map((count, level) => (
          <li key={level} className={styles.column}>
            <span className={look.hidden}>{words('pane.itemsAtLevel', { count, level })}</span>
            <span aria-hidden="true">{words('pane.number', { value: count })}</span>
            <span
              aria-hidden="true"
              className={styles.bar}
              style={{ height: `${(count / most) * HEIGHT}px` }}
            />
            <span aria-hidden="true" className={styles.level}>
              {words('pane.number', { value: level })}
            </span>
          </li>
        ))}
      </ol>
      <p className={mergeClasses(look.quiet, styles.others)}>
        {words('pane.otherStates', {
          unknown: words('answer.unknown'),
          na: words('answer.na'),
          unknownCount: unknown,
          naCount: na,
          blankCount: blank,
          invalidCount: invalid,
        })}
      </p>
    </div>
  );
}
