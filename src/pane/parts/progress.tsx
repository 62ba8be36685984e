import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '4px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground6,
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  unknown: {
    width: '33%',
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(300%)' } },
    animationDuration: '2s',
    animationTimingFunction: 'ease-in-out',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { width: '100%', animationName: 'none', opacity: 0.5 },
  },
});

export interface ProgressProps {
  readonly label: string;
  /** How far it is; absent while nobody can say. */
  readonly done?: number;
  readonly of?: number;
}

/** A bar for what takes longer than a moment. */
export function Progress({ label, done, of }: ProgressProps) {
  const styles = useStyles();
  const known = done !== undefined && of !== undefined;
  return (
    <div
      role="progressbar"
      aria-label={label}
      {...(known && { 'aria-valuemin': 0, 'aria-valuenow': done, 'aria-valuemax': of })}
      className={styles.track}
    >
      <div
        className={mergeClasses(styles.bar, !known && styles.unknown)}
        style={known ? { width: `${(done / of) * 100}%` } : undefined}
      />
    </div>
  );
}
