import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type Fraction, toNumber } from '../../scoring/fraction';
import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';

/** A release gives six shares for an item (its levels), five for a mean (whole bands of the scale). */
const LEVELS = 6;
const HEIGHT = 40;

const useStyles = makeStyles({
  bars: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: '1fr',
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
    backgroundColor: tokens.colorNeutralStroke2,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderBottomStyle: 'none',
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
  },
  own: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  step: {
    width: '100%',
    textAlign: 'center',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground3,
  },
});

export interface SharesProps {
  readonly name: string;
  /** Percent. */
  readonly shares: readonly number[];
  readonly own: Fraction | null;
}

/** How a group spreads over the scale, each share in numbers; the team's own step stands out and says so. */
export function Shares({ name, shares, own }: SharesProps) {
  const { words } = usePane();
  const look = useLook();
  const styles = useStyles();
  const levels = shares.length === LEVELS;
  const ownStep = own === null ? null : Math.min(Math.floor(toNumber(own)), shares.length - 1);
  const most = Math.max(1, ...shares);
  return (
    <div className={look.stack}>
      <ol className={styles.bars} aria-label={words('compare.distributionOf', { name })}>
        {shares.map((share, step) => {
          const percent = words('pane.percent', { value: share });
          return (
            <li key={step} className={styles.column}>
              <span className={look.hidden}>
                {levels
                  ? words('compare.shareAtLevel', { level: step, percent })
                  : words('compare.shareInBand', { from: step, to: step + 1, percent })}
              </span>
              {step === ownStep && <span className={look.hidden}>{words('compare.shareOwn')}</span>}
              <span aria-hidden="true">{percent}</span>
              <span
                aria-hidden="true"
                className={mergeClasses(styles.bar, step === ownStep && styles.own)}
                style={{ height: `${(share / most) * HEIGHT}px` }}
              />
              <span aria-hidden="true" className={styles.step}>
                {levels
                  ? words('pane.number', { value: step })
                  : words('compare.range', { from: step, to: step + 1 })}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={look.quiet}>{words('compare.rounded')}</p>
    </div>
  );
}
